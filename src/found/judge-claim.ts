import { appealAllowing } from '../appeals/appeal-allowing';
import type { Target } from '../appeals/transition';
import { accountOf } from '../domain/actor';
import { mayJudge, withClaim } from '../domain/found-thing';
import { Conflict, InvalidInput, NotFound } from '../errors';
import { changeThing } from './found-thing';

/**
 * An agent has asked the control question: whether the answer was right is written down with who asked and when, and the
 * answer nowhere.
 * @throws NotFound when there is no such claim
 * @throws InvalidInput when no question was written down first
 * @throws Conflict when it was judged already, or the thing is gone
 */
export async function judgeClaim(target: Target, claimId: string, right: boolean, at = new Date()): Promise<void> {
  const { id } = await appealAllowing(target, 'judge_claim');
  const by = accountOf(target.actor);
  await changeThing(id, (thing) => {
    const claim = thing.claims.find((one) => one.id === claimId);
    if (!claim) throw new NotFound();
    if (thing.question === '') throw new InvalidInput('refusal.noQuestion');
    if (!mayJudge(thing, claim)) throw new Conflict('conflict.notNow');
    return withClaim(thing, claimId, { verdict: { right, by, at } });
  });
}
