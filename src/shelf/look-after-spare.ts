import type { AccountActor } from '../domain/actor';
import type { Spare } from '../domain/spare';
import { allowedSpareActions, looksAfter, type SpareAction } from '../domain/spare-actions';
import { Conflict, Forbidden, VersionMismatch } from '../errors';
import { changeSpare, type SpareChange } from './change-spare';

/** Which spare, and who. */
export interface SpareTarget {
  actor: AccountActor;
  spareId: string;
  /** The only version the command is for; whoever names it wants nothing done to any other. */
  onlyVersion?: number;
}

/**
 * Changes a spare on behalf of somebody who looks after it.
 * @throws Forbidden when it is neither theirs nor are they an agent
 * @throws Conflict when the spare does not allow it (any more)
 * @throws VersionMismatch when it is not at the only version the command is for
 */
export async function lookAfterSpare(
  { actor, spareId, onlyVersion }: SpareTarget,
  action: SpareAction,
  decide: (spare: Spare) => SpareChange,
): Promise<Spare> {
  return changeSpare(spareId, (spare) => {
    if (!looksAfter(actor, spare)) throw new Forbidden('error.forbidden');
    if (onlyVersion !== undefined && spare.version !== onlyVersion) throw new VersionMismatch('conflict.stale');
    if (!allowedSpareActions(actor, spare).includes(action)) throw new Conflict('conflict.spareNotNow');
    return decide(spare);
  });
}
