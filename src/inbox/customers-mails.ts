import { KeptMailModel, type KeptMailRecord } from '../models/kept-mail';
import { bytesOf } from './kept-mails';

/** A mail of a customer, as it came. */
export type CustomersMail = Pick<KeptMailRecord, 'from' | 'subject' | 'words' | 'receivedAt'> & {
  id: string;
  /** Null where nothing but its words is kept. */
  raw: Buffer | null;
};

/**
 * @returns the kept mails that are a customer's own, the oldest first: those that became words of their case, and those
 * from their address that nobody has given to another one
 */
export async function customersMails(appealId: string, email: string): Promise<CustomersMail[]> {
  const theirs = email === '' ? [] : [{ appeal: { $in: [appealId, null] }, from: email.trim().toLowerCase() }];
  const records = await KeptMailModel.find({ $or: [{ appeal: appealId, message: { $ne: null } }, ...theirs] })
    .sort({ receivedAt: 1 })
    .lean();
  return records.map(({ _id, from, subject, words, receivedAt, raw }) => ({
    ...{ id: _id.toHexString(), from, subject, words, receivedAt },
    raw: raw && bytesOf(raw),
  }));
}
