import type { Appeal } from './appeal';

/** @returns the ids of all accounts that are named in a case */
export function accountsIn(appeal: Appeal): string[] {
  const actors = appeal.timeline.flatMap(({ actor }) => (actor.kind === 'account' ? [actor.id] : []));
  return [appeal.openedBy, ...actors, ...appeal.finds.map(({ finder }) => finder)];
}
