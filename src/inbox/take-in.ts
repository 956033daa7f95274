import { customerOf } from '../customers/customer';
import type { KeptMailReason } from '../domain/kept-mail';
import { AppError } from '../errors';
import { markBounced } from '../messages/mark-bounced';
import { receiveMail } from '../messages/receive-mail';
import type { ReplyAddresses } from '../messages/reply-addresses';
import { MessageModel, type MessageRecord } from '../models/message';
import type { PhotoStore } from '../photos/photo-store';
import { isKept, keepMail } from './keep-mail';
import type { Mail } from './mail';
import { keyOf, readMail } from './read-mail';

/** What is needed to take mails in. */
export interface InboxTools {
  replyAddresses: ReplyAddresses;
  photoStore: PhotoStore;
}

/** What became of a mail: words of a case, a mail of ours that came back, or kept, for this reason. */
export type Fate = 'reply' | 'bounced' | 'known' | KeptMailReason;

type Answered = Pick<MessageRecord, '_id' | 'appeal' | 'recipient'>;

/**
 * Takes a mail in. Only a signed reply address proves what it answers, and only the customer's own address who wrote
 * it; whatever is not proven waits for an agent. Nothing is ever answered by itself. Taking the same mail in again
 * changes nothing, so a crash before it is marked as read does no harm.
 * @throws Error only when the store fails; then the mail is still to be taken in
 */
export async function takeIn(raw: Buffer, tools: InboxTools): Promise<Fate> {
  if (await isKept(raw)) return 'known';
  const mail = await readMail(raw).catch(() => null);
  if (!mail) return keep(raw, 'unreadable', null);
  const answered = await answeredBy(mail, tools.replyAddresses);
  if (mail.bounce?.final && answered) return bounce(answered, mail.bounce.reason);
  const obstacle = await obstacleTo(mail, answered);
  if (obstacle || !answered) return keep(raw, obstacle ?? 'unknown', mail, answered ?? (await hintIn(mail)));
  return receive(raw, mail, answered, tools);
}

/** @returns the message of ours a mail answers, if its reply address is genuine */
async function answeredBy({ traces }: Mail, replyAddresses: ReplyAddresses): Promise<Answered | null> {
  const ids = replyAddresses.provenIn(traces);
  return ids.length === 0 ? null : findMessage(ids);
}

/** @returns the message named in the mail's history: anybody can write that, so it is a hint and no more */
async function hintIn({ traces }: Mail): Promise<Answered | null> {
  const ids = [...traces.matchAll(/<([0-9a-f]{24})@fundus>/g)].flatMap(([, id]) => (id ? [id] : []));
  return ids.length === 0 ? null : findMessage(ids);
}

function findMessage(ids: readonly string[]): Promise<Answered | null> {
  return MessageModel.findOne({ _id: { $in: ids }, kind: 'update' }, { appeal: 1, recipient: 1 }).lean();
}

/** @returns why the mail cannot become words by itself */
async function obstacleTo(mail: Mail, answered: Answered | null): Promise<KeptMailReason | null> {
  if (mail.bounce) return 'bounce';
  if (mail.automatic) return 'automatic';
  if (!answered) return 'unknown';
  if (!(await isFromCustomer(mail, answered))) return 'sender';
  return mail.words === '' && mail.photos.length === 0 && mail.others === 0 ? 'empty' : null;
}

async function isFromCustomer({ from }: Mail, { appeal, recipient }: Answered): Promise<boolean> {
  const customer = await customerOf(appeal);
  const known = [recipient, customer?.email ?? ''].map((address) => address.trim().toLowerCase());
  return from !== '' && known.includes(from);
}

async function bounce({ _id }: Answered, reason: string): Promise<Fate> {
  await markBounced(_id.toHexString(), reason);
  return 'bounced';
}

async function receive(raw: Buffer, mail: Mail, { appeal }: Answered, tools: InboxTools): Promise<Fate> {
  const mailed = { mailId: mail.messageId || keyOf(raw), words: mail.words, photos: mail.photos };
  try {
    const { messageId, refused } = await receiveMail(appeal, mailed, tools.photoStore);
    if (refused + mail.others > 0)
      await keepMail(raw, 'attachments', mail, { state: 'original', appeal, message: messageId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return keep(raw, 'closed', mail, { appeal });
  }
  return 'reply';
}

async function keep(
  raw: Buffer,
  reason: KeptMailReason,
  mail: Mail | null,
  about: Pick<Answered, 'appeal'> | null = null,
): Promise<Fate> {
  await keepMail(raw, reason, mail, { appeal: about?.appeal ?? null });
  return reason;
}
