import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { NoticeModel } from '../models/notice';

/**
 * Somebody has read what was new in an appeal. What came after the page was made, they have not seen.
 * @param until when the page was made
 * @throws NotFound when the appeal is not within their sight
 */
export async function markRead(actor: AccountActor, appealId: string, until: Date): Promise<void> {
  const { id } = await appealFor(actor, appealId);
  const seen = { recipient: actor.id, readAt: null, appeal: id, madeAt: { $lte: until } };
  await NoticeModel.updateMany(seen, { $set: { readAt: new Date() } });
}

/** Somebody has read everything that was new when the page was made. */
export async function markAllRead({ id }: AccountActor, until: Date): Promise<void> {
  const seen = { recipient: id, readAt: null, madeAt: { $lte: until } };
  await NoticeModel.updateMany(seen, { $set: { readAt: new Date() } });
}
