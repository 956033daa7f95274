import { type AccountActor, isAgent } from './actor';
import { type Appeal, findOf } from './appeal';
import { isWithheld } from './approval';
import { takenStates } from './find';
import { helpOf } from './help';
import type { NoticeKind } from './notice';
import { eventsFor } from './timeline-audience';
import type { EventType, TimelineEvent } from './timeline-event';

/** Those who did not come to a case by themselves: they know about such things, or are near. Account ids. */
export interface Neighbours {
  knowing: readonly string[];
  near: readonly string[];
}

/**
 * People of a case. `finder`: whose find, or whose spare, the event is about; `givers`: whose find was taken;
 * `advisers`: who gave a lead; `helpers`: whoever did anything for it.
 */
type Circle = 'agent' | 'followers' | 'finder' | 'givers' | 'advisers' | 'helpers' | keyof Neighbours;

/** Who hears of what. */
const circlesOf: Readonly<Record<EventType, readonly Circle[]>> = {
  appeal_opened: [],
  appeal_published: ['near', 'knowing', 'agent'],
  appeal_edited: [],
  approval_asked: [],
  approval_unasked: [],
  approval_given: ['agent'],
  changes_wished: ['agent'],
  approval_withdrawn: ['agent'],
  find_offered: ['followers', 'agent'],
  find_withdrawn: ['agent'],
  find_accepted: ['followers', 'advisers', 'finder', 'agent'],
  find_declined: ['finder', 'agent'],
  find_released: ['followers', 'finder', 'agent'],
  find_handed_over: ['followers', 'finder', 'agent'],
  find_received: ['followers', 'finder', 'agent'],
  surplus_shelved: ['finder', 'agent'],
  spare_reserved: ['followers', 'finder', 'agent'],
  reservation_released: ['followers', 'finder', 'agent'],
  spare_handed_over: ['finder', 'agent'],
  spare_taken_back: ['finder', 'agent'],
  lead_given: ['followers', 'agent'],
  looked: ['agent'],
  owner_named: ['followers', 'advisers', 'agent'],
  contact_shared: [],
  handed_to_owner: ['followers', 'advisers', 'agent'],
  shipped: ['followers', 'givers', 'agent'],
  delivered: ['followers', 'givers', 'agent'],
  closed: ['followers', 'helpers', 'agent'],
  reopened: ['followers', 'helpers', 'agent'],
  merged_into: ['followers', 'agent'],
  took_in: ['agent'],
  merge_undone: ['followers', 'agent'],
  gave_back: ['agent'],
  update_sent: [],
  update_posted: [],
  update_taken_back: [],
  update_stopped: [],
  status_link_renewed: [],
  status_link_revoked: [],
  customer_replied: ['agent'],
  customer_thanked: ['followers', 'helpers', 'agent'],
  consent_withdrawn: ['agent'],
  address_confirmed: ['agent'],
  address_corrected: ['agent'],
  deletion_requested: ['agent'],
};

/**
 * Who is to hear of an event, and why; each once, for the most personal reason, and nobody of what they did themselves.
 * Whether they may is another question (`mayHear`), and whether they want to, too.
 * @param neighbours of a new appeal; of other events nobody asks for them
 */
export function hearersOf(appeal: Appeal, event: TimelineEvent, neighbours: Neighbours): Map<string, NoticeKind> {
  // The most personal circle stands last and wins.
  const hearers = new Map(
    circlesOf[event.type].flatMap((circle) =>
      membersOf(circle, appeal, event, neighbours).map((id) => [id, kindOf(circle, appeal, event)] as const),
    ),
  );
  if (event.actor.kind === 'account') hearers.delete(event.actor.id);
  return hearers;
}

/** @returns whether anybody but the people of a case is to be asked for */
export function asksNeighbours({ type }: TimelineEvent): boolean {
  return circlesOf[type].some((circle) => circle === 'near' || circle === 'knowing');
}

function membersOf(circle: Circle, appeal: Appeal, event: TimelineEvent, { knowing, near }: Neighbours) {
  switch (circle) {
    case 'agent':
      return [appeal.openedBy];
    case 'followers':
      return appeal.followers;
    case 'finder':
      return 'findId' in event ? [findOf(appeal, event.findId)?.finder ?? ''].filter((id) => id !== '') : [];
    case 'givers':
      return appeal.finds.filter(({ state }) => takenStates.includes(state)).map(({ finder }) => finder);
    case 'advisers':
      return actorsOf(appeal, ['lead_given']);
    case 'helpers':
      return helpersOf(appeal);
    case 'knowing':
      return knowing;
    case 'near':
      return near;
  }
}

function actorsOf({ timeline }: Appeal, types: readonly EventType[]): string[] {
  return timeline.flatMap(({ type, actor }) => (types.includes(type) && actor.kind === 'account' ? [actor.id] : []));
}

function helpersOf(appeal: Appeal): string[] {
  const perhaps = [...appeal.finds.map(({ finder }) => finder), ...actorsOf(appeal, ['lead_given', 'looked'])];
  return perhaps.filter((id) => helpOf(appeal, id) !== null);
}

function kindOf(circle: Circle, appeal: Appeal, event: TimelineEvent): NoticeKind {
  switch (circle) {
    case 'agent':
      return 'mine';
    case 'followers':
      return 'followed';
    case 'knowing':
      return 'asked';
    case 'near':
      return 'near';
    default:
      return isThanks(appeal, event) ? 'thanks' : 'helped';
  }
}

/** @returns whether an event is a word of thanks to everybody who helped; whether a person was found, nobody is told */
function isThanks({ outcome, kind }: Pick<Appeal, 'outcome' | 'kind'>, event: TimelineEvent): boolean {
  if (kind === 'person') return false;
  return event.type === 'customer_thanked' || (event.type === 'closed' && outcome === 'happy');
}

/**
 * @returns the events of a case somebody may be told of: those of their projection, and what became of their own finds
 */
export function hearableBy(actor: AccountActor, appeal: Appeal): TimelineEvent[] {
  if (isAgent(actor)) return eventsFor('agent', appeal);
  if (appeal.status === 'draft' || isWithheld(appeal)) return [];
  const known = new Set(eventsFor('colleague', appeal));
  return appeal.timeline.filter((event) => known.has(event) || isAboutOwnFind(actor, appeal, event));
}

function isAboutOwnFind({ id }: AccountActor, appeal: Appeal, event: TimelineEvent): boolean {
  return event.type === 'find_declined' && findOf(appeal, event.findId)?.finder === id;
}
