import { Types } from 'mongoose';
import type { Actor } from '../domain/actor';
import { isAgent } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import { NotFound } from '../errors';
import { type AppealRecord, seenByAll } from '../models/appeal';

/** @returns the domain's appeal of a stored one */
export function toAppeal(record: AppealRecord): Appeal {
  const {
    _id,
    tokens: _,
    openTokens: __,
    findTokens: ___,
    unnoticed: ____,
    withheld: _____,
    changedAt: ______,
    uncounted: _______,
    erasedPhotos: ________,
    erasedTokens: _________,
    ...rest
  } = record;
  return { ...rest, id: _id.toHexString() };
}

/** The part of the appeals an actor may see, as a filter: what is outside is not there for them. */
export function withinSight(actor: Actor): Record<string, unknown> {
  if (actor.kind === 'customer') return { _id: toObjectId(actor.appealId), erasedAt: null, ...openToCustomer };
  return isAgent(actor) ? { erasedAt: null } : seenByAll;
}

/** Asked about a draft, they may see it. */
const openToCustomer = { $or: [{ status: { $ne: 'draft' } }, { 'timeline.type': 'approval_asked' }] };

/** @throws NotFound when the text is no id */
export function toObjectId(id: string): Types.ObjectId {
  if (!/^[0-9a-f]{24}$/.test(id)) throw new NotFound();
  return new Types.ObjectId(id);
}
