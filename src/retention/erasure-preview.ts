import { appealFor } from '../appeals/find-appeals';
import { customerOf } from '../customers/customer';
import type { AccountActor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import { AppealModel } from '../models/appeal';
import { ChatPostModel } from '../models/chat-post';
import { CustomerModel } from '../models/customer';
import { MessageModel } from '../models/message';
import { SpareModel } from '../models/spare';
import { type Holdings, holdingsOf } from './holdings';

/** What an agent is to know before a customer is erased. */
export interface ErasurePreview {
  readonly appeal: Appeal;
  readonly goes: Holdings;
  /** Left over from this case, on the shelf for the next one. */
  readonly spares: number;
  /** What was posted in a channel, and told in chats: it stands outside, where nobody but its author reaches it. */
  readonly posts: number;
  readonly chats: number;
  /** Mails that were sent. */
  readonly mails: number;
  /** Other cases of the same address or handle: one is erased with each. */
  readonly others: readonly Pick<Appeal, 'id' | 'title'>[];
}

const mostOthers = 50;

/** @throws NotFound when the case is not within the agent's sight, or was erased */
export async function erasurePreview(actor: AccountActor, appealId: string): Promise<ErasurePreview> {
  const appeal = await appealFor(actor, appealId);
  const sent = (filter: object) => MessageModel.countDocuments({ appeal: appeal.id, kind: 'update', ...filter });
  const [goes, spares, posts, mails, chats, others] = await Promise.all([
    holdingsOf(appeal, 'everything'),
    SpareModel.countDocuments({ appeal: appeal.id }),
    sent({ state: 'posted', channel: { $ne: 'phone' } }),
    sent({ state: 'sent', channel: 'email' }),
    ChatPostModel.countDocuments({ appeal: appeal.id }),
    otherCases(appeal.id),
  ]);
  return { appeal, goes, spares, posts, mails, chats, others };
}

async function otherCases(appealId: string): Promise<Pick<Appeal, 'id' | 'title'>[]> {
  const { email = '', handle = '' } = (await customerOf(appealId)) ?? {};
  const same = [...(email ? [{ email }] : []), ...(handle ? [{ handle }] : [])];
  if (same.length === 0) return [];
  const customers = await CustomerModel.find({ $or: same, appeal: { $ne: appealId } }, { appeal: 1 })
    .limit(mostOthers)
    .lean();
  const ids = customers.map(({ appeal }) => appeal);
  const records = await AppealModel.find({ _id: { $in: ids }, erasedAt: null }, { title: 1 }).lean();
  return records.map(({ _id, title }) => ({ id: _id.toHexString(), title }));
}
