import type { Appeal } from './appeal';
import type { EventFact, TimelineEvent } from './timeline-event';

/**
 * Where the customer's agreement stands: `unasked`, where nobody wanted it; `asked`; `given`; `changes_wished`, where
 * they want something otherwise; `withdrawn` by them; `void`, as what they had agreed to was changed afterwards.
 */
export type Approval = 'unasked' | 'asked' | 'given' | 'changes_wished' | 'withdrawn' | 'void';

type Told = Pick<Appeal, 'timeline'>;

/** Where the agreement stands, and where it stood before the customer was asked last. */
interface Course {
  now: Approval;
  beforeAsking: Approval;
}

/** @returns where the customer's agreement to what colleagues see stands by now */
export function approvalOf({ timeline }: Told): Approval {
  return timeline.reduce<Course>(courseAfter, { now: 'unasked', beforeAsking: 'unasked' }).now;
}

function courseAfter(course: Course, event: TimelineEvent): Course {
  if (event.type === 'approval_asked') return { now: 'asked', beforeAsking: course.now };
  return { ...course, now: approvalAfter(course, event) };
}

/** A question taken back was never asked: what the customer had said before it holds again. */
function approvalAfter({ now, beforeAsking }: Course, event: TimelineEvent): Approval {
  switch (event.type) {
    case 'approval_unasked':
      return beforeAsking;
    case 'approval_given':
      return 'given';
    case 'changes_wished':
      return 'changes_wished';
    case 'approval_withdrawn':
      return 'withdrawn';
    default:
      return now === 'given' && changesWhatIsSeen(event) ? 'void' : now;
  }
}

/** Which thing of the catalogue it is, is the house's own knowledge. */
function changesWhatIsSeen(event: EventFact): boolean {
  return event.type === 'appeal_edited' && event.fields.some((field) => field !== 'entryId');
}

/** @returns whether the customer was asked and does not agree: then no colleague may see the appeal, published or not */
export function isWithheld(appeal: Told): boolean {
  const approval = approvalOf(appeal);
  return approval !== 'unasked' && approval !== 'given';
}

/**
 * @returns whether the customer may look into the case: a draft is theirs to see once they were asked about it, and
 * stays so, as they may have the link by then
 */
export function isOpenToCustomer({ status, timeline }: Pick<Appeal, 'status' | 'timeline'>): boolean {
  return status !== 'draft' || timeline.some(({ type }) => type === 'approval_asked');
}

/** @returns whether what colleagues see was changed after the customer had looked at that version */
export function hasChangedSince({ timeline }: Told, seenVersion: number): boolean {
  return timeline.slice(seenVersion).some(changesWhatIsSeen);
}
