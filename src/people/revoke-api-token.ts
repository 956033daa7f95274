import { isObjectIdOrHexString } from 'mongoose';
import type { AccountActor } from '../domain/actor';
import { NotFound } from '../errors';
import { ApiTokenModel } from '../models/api-token';

/**
 * Makes a token void at once: one's own, or as an admin anybody's.
 * @throws NotFound when there is none that the actor may revoke
 */
export async function revokeApiToken(actor: AccountActor, id: string): Promise<void> {
  if (!isObjectIdOrHexString(id)) throw new NotFound();
  const owner = actor.roles.includes('admin') ? {} : { account: actor.id };
  const { deletedCount } = await ApiTokenModel.deleteOne({ _id: id, ...owner });
  if (deletedCount === 0) throw new NotFound();
}
