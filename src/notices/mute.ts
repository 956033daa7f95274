import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { NoticeModel } from '../models/notice';
import { NoticeWishesModel } from '../models/notice-wishes';

/**
 * From now on somebody hears nothing of a case; what waits to be told of it is told no more.
 * @throws NotFound when it is not within their sight
 */
export async function mute(actor: AccountActor, appealId: string): Promise<void> {
  const { id } = await appealFor(actor, appealId);
  await NoticeWishesModel.updateOne({ _id: actor.id }, { $addToSet: { muted: id } }, { upsert: true });
  await NoticeModel.deleteMany({ recipient: actor.id, readAt: null, appeal: id });
}

/** Ends that; nothing happens to one who heard of it anyway. */
export async function unmute(actor: AccountActor, appealId: string): Promise<void> {
  const { id } = await appealFor(actor, appealId);
  await NoticeWishesModel.updateOne({ _id: actor.id }, { $pull: { muted: id } });
}
