import type { Appeal, Kind } from '../../domain/appeal';
import type { Status } from '../../domain/appeal-status';
import type { EventType, TimelineEvent } from '../../domain/timeline-event';

/** One step of the progress rail. */
export interface RailStep {
  /** Locale key, such as `rail.found`. */
  label: string;
  state: 'done' | 'current' | 'ahead';
  /** When it was reached; null while ahead. */
  at: Date | null;
}

/** A person is found by words, and a found thing starts at the desk: their rails are shorter. */
const stepsOf: Record<Kind, readonly Status[]> = {
  item: ['searching', 'found', 'collecting', 'at_desk', 'on_its_way', 'delivered'],
  person: ['searching', 'closed'],
  owner: ['searching', 'at_desk', 'on_its_way', 'delivered'],
};

/** The events that lead to each step. */
const reachedBy: Partial<Record<Status, readonly EventType[]>> = {
  searching: ['appeal_published', 'reopened'],
  found: ['find_accepted', 'spare_reserved'],
  collecting: ['find_handed_over'],
  at_desk: ['find_received', 'spare_handed_over', 'owner_named'],
  on_its_way: ['shipped'],
  delivered: ['delivered', 'handed_to_owner'],
  closed: ['closed'],
};

/** After these the search begins anew. */
const released: readonly EventType[] = ['find_released', 'reservation_released'];

/** The steps from posted to happy end; a case that went back to an earlier step has the later ones ahead again. */
export function rail(appeal: Pick<Appeal, 'kind' | 'status' | 'timeline'>): RailStep[] {
  const steps = stepsOf[appeal.kind];
  const dates = steps.map(
    (step) => appeal.timeline.findLast((event) => reachedBy[step]?.includes(event.type))?.at ?? null,
  );
  const current = steps.indexOf(standing(appeal, steps));
  return steps.map((step, index) => ({
    label: `rail.${step}`,
    state: index === current ? 'current' : index < current ? 'done' : 'ahead',
    at: index <= current ? (dates[index] ?? null) : null,
  }));
}

/** A closed case stands where it had got to, which is not always the furthest it ever was. */
function standing({ status, timeline }: Pick<Appeal, 'status' | 'timeline'>, steps: readonly Status[]): Status {
  if (steps.includes(status)) return status;
  const stepOf = ({ type }: TimelineEvent) =>
    released.includes(type) ? 'searching' : steps.find((step) => reachedBy[step]?.includes(type));
  return timeline.map(stepOf).findLast((step) => step !== undefined) ?? status;
}
