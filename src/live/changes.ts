import { toObjectId, withinSight } from '../appeals/appeal-record';
import type { Actor } from '../domain/actor';
import { isAgent } from '../domain/actor';
import { publishedStatuses } from '../domain/appeal-status';
import { AppealModel } from '../models/appeal';

/** That a case has changed, and no word about what. */
export interface Change {
  readonly appealId: string;
  readonly published: boolean;
}

/** What stands in the store of a change. */
export interface Stamp extends Change {
  readonly changedAt: Date;
  readonly version: number;
}

/** A write gets its stamp before others can read it. */
const unseenMs = 1000;
const longestAwayMs = 24 * 60 * 60 * 1000;
const mostMissed = 100;

/** @returns the cases that changed from that moment on, the earliest first; by an index, whoever may see them */
export async function stampsSince(at: Date): Promise<Stamp[]> {
  const records = await AppealModel.find({ changedAt: { $gte: at } }, { status: 1, version: 1, changedAt: 1 })
    .sort({ changedAt: 1 })
    .lean();
  return records.map(({ _id, status, version, changedAt }) => ({
    appealId: _id.toHexString(),
    published: publishedStatuses.includes(status),
    version,
    changedAt,
  }));
}

/** @returns when a case changed last; the beginning of time where none has */
export async function newestStamp(): Promise<Date> {
  const newest = await AppealModel.findOne({ changedAt: { $ne: null } }, { changedAt: 1 })
    .sort({ changedAt: -1 })
    .lean();
  return newest?.changedAt ?? new Date(0);
}

/**
 * What somebody missed who was away.
 * @param at when they last heard of changes, in milliseconds
 * @returns ids of the cases within their sight; null when there are too many to name, or they were away too long
 */
export async function missedSince(actor: Actor, at: number): Promise<string[] | null> {
  if (at < Date.now() - longestAwayMs) return null;
  const filter = { $and: [{ changedAt: { $gte: new Date(at - unseenMs) } }, withinSight(actor)] };
  const records = await AppealModel.find(filter, { _id: 1 })
    .limit(mostMissed + 1)
    .lean();
  return records.length > mostMissed ? null : records.map(({ _id }) => _id.toHexString());
}

/** @returns whether somebody may know that this case is there */
export function isWithinSight(actor: Actor, { appealId, published }: Change): boolean {
  if (actor.kind === 'customer') return published && toObjectId(actor.appealId).toHexString() === appealId;
  return published || isAgent(actor);
}
