import { type Appeal, findOf } from '../../domain/appeal';
import { assertNever } from '../../domain/assert-never';
import { eventsFor, type Projection } from '../../domain/timeline-audience';
import type { TimelineEvent } from '../../domain/timeline-event';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { timelineIcons } from './timeline-icons';

/** One entry of the timeline as a view draws it. */
export interface EventView {
  /** For the icon's colour and anchors. */
  type: string;
  /** Name of a lucide icon. */
  icon: string;
  at: Date;
  /** Locale key of the sentence and its placeholders. */
  sentence: string;
  values: Record<string, string | number>;
  /** What somebody said, quoted below the sentence; null where nothing was. */
  words: string | null;
  /** The other appeal, where the event is about two. */
  href: string | null;
}

/** What is needed to put names and words in the reader's language into the sentences. */
export interface TimelineReader {
  projection: Projection;
  t: Translate;
  /** Names of accounts by id; without one, a name nobody knows. */
  names: ReadonlyMap<string, string>;
  /** The customer's words by message id; only for those who may read them. */
  words: ReadonlyMap<string, string>;
}

/** The events a projection may know of, the newest first. */
export function timelineView(appeal: Appeal, reader: TimelineReader): EventView[] {
  return eventsFor(reader.projection, appeal)
    .map((event) => eventView(appeal, event, reader))
    .reverse();
}

function eventView(appeal: Appeal, event: TimelineEvent, reader: TimelineReader): EventView {
  return {
    type: event.type,
    icon: timelineIcons[event.type],
    at: event.at,
    sentence: `timeline.${reader.projection}.${event.type}`,
    values: { ...namesIn(appeal, event, reader), ...factsIn(event, reader.t) },
    words: wordsIn(event, reader),
    href: 'appealId' in event ? link(paths.appeal, { id: event.appealId }) : null,
  };
}

/** Nobody is named to a customer. */
function namesIn(
  appeal: Appeal,
  event: TimelineEvent,
  { projection, names, t }: TimelineReader,
): Record<string, string> {
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
      return { outcome: t(`outcome.${event.outcome}`) };
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
    case 'deletion_requested':
      return {};
    default:
      return assertNever(event);
  }
}

function wordsIn(event: TimelineEvent, { projection, words }: TimelineReader): string | null {
  switch (event.type) {
    case 'lead_given':
      return event.words;
    case 'looked':
      return event.place || null;
    case 'find_declined':
    case 'find_released':
    case 'reservation_released':
      return projection === 'agent' ? event.words || null : null;
    case 'customer_replied':
    case 'customer_thanked':
      return words.get(event.messageId) ?? null;
    default:
      return null;
  }
}
