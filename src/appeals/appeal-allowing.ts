import type { Action } from '../domain/actions';
import { isAllowed } from '../domain/allowed-actions';
import type { Appeal } from '../domain/appeal';
import { appealFor } from './find-appeals';
import { LostRace } from './lost-race';
import type { Target } from './transition';

/**
 * For commands that change another record before they write their event.
 * @returns the case, if the actor may do this to it now
 * @throws NotFound when it is not within the actor's sight
 * @throws LostRace when the case does not allow the action (any more)
 */
export async function appealAllowing({ actor, appealId, seenVersion }: Target, action: Action): Promise<Appeal> {
  const appeal = await appealFor(actor, appealId);
  if (!isAllowed(actor, appeal, action)) throw new LostRace(appeal, seenVersion);
  return appeal;
}
