import type { AccountActor } from '../domain/actor';
import { NotFound } from '../errors';
import { AppealModel } from '../models/appeal';
import { toObjectId, withinSight } from './appeal-record';
import { stamped } from './touch';

/** Following is no event of the case: it changes neither version nor timeline. */
export async function follow(actor: AccountActor, appealId: string): Promise<void> {
  await change(actor, appealId, { $addToSet: { followers: actor.id } });
}

/** Ends following; nothing happens to one who did not follow. */
export async function unfollow(actor: AccountActor, appealId: string): Promise<void> {
  await change(actor, appealId, { $pull: { followers: actor.id } });
}

async function change(actor: AccountActor, appealId: string, update: Record<string, object>): Promise<void> {
  const result = await AppealModel.updateOne(
    { $and: [{ _id: toObjectId(appealId) }, withinSight(actor)] },
    { ...update, ...stamped },
  );
  if (result.matchedCount === 0) throw new NotFound();
}
