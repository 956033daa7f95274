import { appealAllowing } from '../appeals/appeal-allowing';
import { type Target, transition } from '../appeals/transition';
import { accountOf } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import { type DisposalWay, mayBeDisposed } from '../domain/found-thing';
import { Conflict } from '../errors';
import { changeThing } from './found-thing';

/** How long a thing is kept, and the hour it is. */
export interface KeepingTime {
  keepDays: number;
  now?: Date;
}

/**
 * Nobody has claimed a found thing for as long as it must be kept: an agent decides what becomes of it, which is written
 * down with who decided and when, and ends the case.
 * @throws Conflict when it is too early, or somebody who may be its owner still waits
 */
export async function disposeThing(
  target: Target,
  decision: { way: DisposalWay; words: string },
  { keepDays, now = new Date() }: KeepingTime,
): Promise<Appeal> {
  const { id, publishedAt } = await appealAllowing(target, 'dispose');
  const by = accountOf(target.actor);
  await changeThing(id, (thing) => {
    if (!mayBeDisposed(thing, publishedAt, { keepDays, now })) throw new Conflict('conflict.keptLonger');
    return { ...thing, disposal: { ...decision, by, at: now } };
  });
  return transition({
    ...target,
    action: 'dispose',
    apply: () => ({
      fact: { type: 'closed', outcome: 'not_found', disposal: decision.way },
      change: { outcome: 'not_found' },
    }),
  });
}
