import { hashOf } from '../customers/status-links';
import type { Appeal } from '../domain/appeal';
import { isWithheld } from '../domain/approval';
import { type Inquiry, isOpen } from '../domain/person-search';
import { NotFound } from '../errors';
import { AppealModel } from '../models/appeal';
import { PersonSearchModel } from '../models/person-search';
import { type Account, findAccount } from '../people/accounts';

/** Somebody who is asked whether they are the one sought. */
export interface InquiryVisit {
  appealId: string;
  inquiry: Inquiry;
  /** Whether they may answer now; otherwise they have answered. */
  open: boolean;
  account: Account;
}

/**
 * Recognises whoever is asked by the token of their link. An answered question can be looked at, as it says nothing.
 * @throws NotFound when the link was never made, its time is over, or nobody is sought any more; they are not told apart
 */
export async function inquiryBy(token: string, now = new Date()): Promise<InquiryVisit> {
  const tokenHash = hashOf(token);
  const record = await PersonSearchModel.findOne({ 'inquiries.tokenHash': tokenHash }).lean();
  const inquiry = record?.inquiries.find((one) => one.tokenHash === tokenHash);
  if (!record || !inquiry) throw new NotFound('error.linkGone');
  const open = isOpen(inquiry, now) && (await isStillSought(record.appeal));
  const wasAnswered = inquiry.answer !== null && inquiry.answer !== 'no_answer';
  const account = await findAccount(inquiry.sought);
  if (!account?.active || !(open || wasAnswered)) throw new NotFound('error.linkGone');
  return { appealId: record.appeal, inquiry, open, account };
}

async function isStillSought(appealId: string): Promise<boolean> {
  const appeal = await AppealModel.findById(appealId, { status: 1, timeline: 1 }).lean();
  return appeal?.status === 'searching' && !isWithheld(appeal as Pick<Appeal, 'timeline'>);
}
