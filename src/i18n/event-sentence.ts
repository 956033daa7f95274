import { type Appeal, findOf } from '../domain/appeal';
import { assertNever } from '../domain/assert-never';
import type { Projection } from '../domain/timeline-audience';
import type { TimelineEvent } from '../domain/timeline-event';
import type { Translate } from './translator';

/** What an event is told with, and to whom. */
export interface Narration {
  projection: Projection;
  t: Translate;
  /** Names of accounts by id; without one, a name nobody knows. */
  names: ReadonlyMap<string, string>;
}

/** A text to be said. */
export interface Sentence {
  /** Locale key and its placeholders. */
  sentence: string;
  values: Record<string, string | number>;
}

/** @returns what is said of an event to those of a projection */
export function eventSentence(appeal: Appeal, event: TimelineEvent, narration: Narration): Sentence {
  return {
    sentence: `timeline.${narration.projection}.${sentenceFor(appeal, event, narration.projection)}`,
    values: { ...namesIn(appeal, event, narration), ...factsIn(event, narration.t) },
  };
}

/** How a search for a person ended, colleagues do not hear. */
function sentenceFor({ kind }: Appeal, event: TimelineEvent, projection: Projection): string {
  const { type } = event;
  if (event.type === 'closed' && event.disposal && projection === 'agent') return 'disposed';
  return type === 'closed' && kind === 'person' && projection === 'colleague' ? 'ended' : type;
}

/** Nobody is named to a customer. */
function namesIn(appeal: Appeal, event: TimelineEvent, { projection, names, t }: Narration): Record<string, string> {
  if (projection === 'customer') return {};
  const nameOf = (id: string | undefined) => names.get(id ?? '') ?? t('common.somebody');
  const actor = event.actor.kind === 'account' ? nameOf(event.actor.id) : t('common.theCustomer');
  return 'findId' in event ? { actor, finder: nameOf(findOf(appeal, event.findId)?.finder) } : { actor };
}

/** The one place that says what of each fact goes into its sentence. */
function factsIn(event: TimelineEvent, t: Translate): Record<string, string | number> {
  switch (event.type) {
    case 'find_offered':
    case 'surplus_shelved':
    case 'spare_reserved':
    case 'spare_taken_back':
      return { count: event.quantity };
    case 'find_handed_over':
      return { way: t(`handOver.${event.way}`) };
    case 'shipped':
      return { carrier: t(`carrier.${event.carrier}`) };
    case 'closed':
      return {
        outcome: t(`outcome.${event.outcome}`),
        ...(event.disposal && { disposal: t(`owner.way.${event.disposal}`) }),
      };
    case 'update_sent':
    case 'update_posted':
    case 'update_taken_back':
    case 'update_stopped':
      return { channel: t(`channel.${event.channel}`) };
    case 'appeal_opened':
    case 'appeal_published':
    case 'appeal_edited':
    case 'find_withdrawn':
    case 'find_accepted':
    case 'find_declined':
    case 'find_released':
    case 'find_received':
    case 'reservation_released':
    case 'spare_handed_over':
    case 'lead_given':
    case 'looked':
    case 'owner_named':
    case 'contact_shared':
    case 'handed_to_owner':
    case 'delivered':
    case 'reopened':
    case 'merged_into':
    case 'took_in':
    case 'merge_undone':
    case 'gave_back':
    case 'status_link_renewed':
    case 'status_link_revoked':
    case 'customer_replied':
    case 'customer_thanked':
    case 'consent_withdrawn':
    case 'address_confirmed':
    case 'address_corrected':
    case 'approval_asked':
    case 'approval_unasked':
    case 'approval_given':
    case 'changes_wished':
    case 'approval_withdrawn':
    case 'deletion_requested':
      return {};
    default:
      return assertNever(event);
  }
}
