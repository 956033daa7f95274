import type { Appeal } from '../../domain/appeal';
import { eventsFor } from '../../domain/timeline-audience';
import type { TimelineEvent } from '../../domain/timeline-event';
import { eventSentence, type Narration } from '../../i18n/event-sentence';
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
export interface TimelineReader extends Narration {
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
    ...eventSentence(appeal, event, reader),
    words: wordsIn(event, reader),
    href: 'appealId' in event ? link(paths.appeal, { id: event.appealId }) : null,
  };
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
