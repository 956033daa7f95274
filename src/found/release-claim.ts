import { appealAllowing } from '../appeals/appeal-allowing';
import { nameOwner } from '../appeals/name-owner';
import type { Target } from '../appeals/transition';
import { accountOf } from '../domain/actor';
import { mayRelease, withClaim } from '../domain/found-thing';
import { Conflict, InvalidInput, NotFound } from '../errors';
import { changeThing } from './found-thing';

/**
 * A second agent releases the thing to whoever answered the control question right. The record comes first: should we
 * fall over in between, only the event is missing, and doing it again writes it.
 * @throws NotFound when there is no such claim
 * @throws InvalidInput when it is the agent who judged the answer
 * @throws Conflict when the answer was not right, or the thing is somebody else's already
 */
export async function releaseClaim(target: Target, claimId: string, at = new Date()): Promise<void> {
  const { id } = await appealAllowing(target, 'name_owner');
  const by = accountOf(target.actor);
  await changeThing(id, (thing) => {
    const claim = thing.claims.find((one) => one.id === claimId);
    if (!claim) throw new NotFound();
    if (claim.release) return thing;
    if (claim.verdict?.by === by) throw new InvalidInput('refusal.secondAgent');
    if (!mayRelease(thing, claim, by)) throw new Conflict('conflict.notNow');
    return withClaim(thing, claimId, { release: { by, at } });
  });
  await nameOwner(target);
}
