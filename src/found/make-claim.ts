import { randomUUID } from 'node:crypto';
import { appealAllowing } from '../appeals/appeal-allowing';
import type { Target } from '../appeals/transition';
import { accountOf } from '../domain/actor';
import type { Claim } from '../domain/found-thing';
import { changeThing } from './found-thing';

/** What is said of a claim. */
export type NewClaim = Pick<Claim, 'name' | 'contact' | 'words'>;

/**
 * A colleague passes on that the thing is somebody's. It goes to the agents alone.
 * @throws LostRace when its owner is not sought (any more)
 */
export async function makeClaim(target: Target, given: NewClaim): Promise<void> {
  const { id } = await appealAllowing(target, 'make_claim');
  await addClaim(id, given, { id: randomUUID(), by: accountOf(target.actor), at: new Date() });
}

/** @param source who passes it on, and under which id: one that is there already is not added again */
export async function addClaim(
  appealId: string,
  given: NewClaim,
  source: Pick<Claim, 'id' | 'by' | 'at'>,
): Promise<void> {
  const claim: Claim = { ...given, ...source, verdict: null, release: null };
  await changeThing(appealId, (thing) =>
    thing.claims.some(({ id }) => id === claim.id) ? thing : { ...thing, claims: [...thing.claims, claim] },
  );
}
