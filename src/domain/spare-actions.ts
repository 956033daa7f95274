import { type AccountActor, isAgent } from './actor';
import { assertNever } from './assert-never';
import type { Spare } from './spare';

/** What can be done to a spare on the shelf. */
export const spareActions = ['reserve', 'confirm', 'edit', 'give_away', 'withdraw'] as const;
export type SpareAction = (typeof spareActions)[number];

/** @returns what the actor may do to the spare now; draws the buttons and guards the verbs */
export function allowedSpareActions(actor: AccountActor, spare: Spare): SpareAction[] {
  return spareActions.filter((action) => maySpare(actor, spare, action));
}

/** @returns whether it is theirs to look after: they keep it, or are an agent */
export function looksAfter(actor: AccountActor, { holder }: Pick<Spare, 'holder'>): boolean {
  return holder === actor.id || isAgent(actor);
}

function maySpare(actor: AccountActor, spare: Spare, action: SpareAction): boolean {
  if (spare.withdrawnAt) return false;
  switch (action) {
    case 'reserve':
      return isAgent(actor) && spare.free > 0;
    case 'give_away':
      return looksAfter(actor, spare) && spare.free > 0;
    case 'confirm':
    case 'edit':
    case 'withdraw':
      return looksAfter(actor, spare);
    default:
      return assertNever(action);
  }
}
