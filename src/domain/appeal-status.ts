import type { Action } from './actions';
import { type Appeal, type Kind, remainingOf } from './appeal';
import type { FindState } from './find';

export const statuses = [
  'draft',
  'searching',
  'found',
  'collecting',
  'at_desk',
  'on_its_way',
  'delivered',
  'closed',
] as const;
export type Status = (typeof statuses)[number];

/** Statuses the board shows. */
export const publishedStatuses: readonly Status[] = statuses.filter((status) => status !== 'draft');

/** Statuses in which something is still sought or on its way. */
export const openStatuses: readonly Status[] = publishedStatuses.filter(
  (status) => !['delivered', 'closed'].includes(status),
);

export const outcomes = ['happy', 'not_found', 'withdrawn', 'duplicate'] as const;
export type Outcome = (typeof outcomes)[number];

/** The one table of transitions: which action leads where. An action not named leaves the status as it is. */
const transitions: Record<Status, Partial<Record<Action, Status>>> = {
  draft: { publish: 'searching' },
  searching: {
    accept_find: 'found',
    merge: 'closed',
    reserve_spare: 'found',
    name_owner: 'at_desk',
    dispose: 'closed',
    close: 'closed',
    withdraw_request: 'closed',
  },
  found: {
    hand_over_spare: 'at_desk',
    hand_over_find: 'collecting',
    release_find: 'searching',
    release_reservation: 'searching',
    close: 'closed',
    withdraw_request: 'closed',
  },
  collecting: {
    receive_find: 'at_desk',
    release_find: 'searching',
    release_reservation: 'searching',
    close: 'closed',
    withdraw_request: 'closed',
  },
  at_desk: {
    ship: 'on_its_way',
    hand_to_owner: 'delivered',
    release_reservation: 'searching',
    close: 'closed',
    withdraw_request: 'closed',
  },
  on_its_way: { confirm_delivery: 'delivered' },
  delivered: { close: 'closed' },
  closed: { reopen: 'searching', unmerge: 'searching' },
};

/**
 * @returns the status after the action; the same one where the action moves nothing.
 * A case reopened while its thing still lies at the desk, or travels there, goes on from there instead of searching
 * anew.
 */
export function statusAfter(appeal: Pick<Appeal, 'status' | 'finds' | 'shipments'>, action: Action): Status {
  if (action === 'reopen' && holds(appeal, 'received')) return 'at_desk';
  if (action === 'reopen' && holds(appeal, 'handed_over')) return 'collecting';
  return transitions[appeal.status][action] ?? appeal.status;
}

function holds(appeal: Pick<Appeal, 'finds' | 'shipments'>, state: FindState): boolean {
  return appeal.finds.some((find) => find.state === state && remainingOf(appeal, find) > 0);
}

/** @returns whether the table lets the action move a case in this status */
export function moves(status: Status, action: Action): boolean {
  return transitions[status][action] !== undefined;
}

/**
 * @returns the outcomes a case may be closed with, the most likely first; empty where it cannot be closed.
 * A person may be found by words alone, so their search can end happily without anything travelling, once something was
 * passed on: whoever is found and says no is not found to anybody. A found thing nobody claims is there all the same, so
 * its search does not just end: what becomes of it is decided (`dispose`).
 */
export function outcomesFor({
  kind,
  status,
  timeline,
}: Pick<Appeal, 'kind' | 'status' | 'timeline'>): readonly Outcome[] {
  switch (status) {
    case 'searching':
      return [...endsFound(kind, timeline), 'withdrawn', 'duplicate'];
    case 'found':
    case 'collecting':
    case 'at_desk':
      return ['withdrawn'];
    case 'delivered':
      return ['happy'];
    case 'draft':
    case 'on_its_way':
    case 'closed':
      return [];
  }
}

function endsFound(kind: Kind, timeline: Appeal['timeline']): readonly Outcome[] {
  if (kind === 'owner') return [];
  const wasGiven = kind === 'person' && timeline.some(({ type }) => type === 'contact_shared');
  return wasGiven ? ['happy', 'not_found'] : ['not_found'];
}
