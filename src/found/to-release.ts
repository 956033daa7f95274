import { titlesOf } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { mayRelease } from '../domain/found-thing';
import { FoundThingModel } from '../models/found-thing';
import { toThing } from './found-thing';

/** A claim that waits for a second agent. */
export interface ToRelease {
  appealId: string;
  title: string;
  judgedAt: Date;
}

/** @returns the claims an agent may release, in whosever case, those that wait longest first */
export async function claimsToReleaseBy({ id }: AccountActor): Promise<ToRelease[]> {
  const records = await FoundThingModel.find({ 'claims.verdict.right': true }).lean();
  const waiting = records.map(toThing).flatMap((thing) => {
    const claim = thing.claims.find((one) => mayRelease(thing, one, id));
    return claim?.verdict ? [{ appealId: thing.appealId, judgedAt: claim.verdict.at }] : [];
  });
  const titles = await titlesOf(waiting.map(({ appealId }) => appealId));
  return waiting
    .flatMap((one) => (titles.has(one.appealId) ? [{ ...one, title: titles.get(one.appealId) ?? '' }] : []))
    .sort((one, other) => one.judgedAt.getTime() - other.judgedAt.getTime());
}
