import type { Appeal } from '../../../domain/appeal';
import type { FoundThing } from '../../../domain/found-thing';
import type { PersonSearch } from '../../../domain/person-search';
import type { Message } from '../../../messages/find-messages';
import type { PhotoView } from '../photo-view';

/** Things that wait for the same. */
export interface DeskGroup {
  /** Locale key of the heading, such as `desk.findsToAnswer.heading`. */
  heading: string;
  icon: string;
  items: DeskItem[];
}

/** One thing that waits. */
export interface DeskItem {
  title: string;
  href: string;
  photo: PhotoView | null;
  /** Locale key and placeholders of the line below the title. */
  line: string;
  values: Record<string, string | number>;
  at: Date;
  /** What can be done right here; `opens`: a page with a draft, and changes nothing yet. */
  action: { href: string; label: string; icon: string; opens: boolean } | null;
}

/** A case on the desk, with what was written in it. */
export interface DeskCase {
  appeal: Appeal;
  messages: readonly Message[];
  /** Day, `YYYY-MM-DD`, by which the customer hears next; null where nothing is open. */
  hearsBy: string | null;
  /** What is known of the person sought; missing where nothing is. */
  person?: PersonSearch | undefined;
  /** What is withheld of a found thing; missing where nothing is. */
  found?: FoundThing | undefined;
}

/** What the groups ask besides the case. */
export interface Now {
  /** `YYYY-MM-DD` */
  today: string;
  /** Says a day in the reader's language. */
  sayDay: (day: string) => string;
  /** Found things whose search began before this hour have been kept long enough. */
  keptSince: Date;
}

/** What cases may wait for. */
export interface Group {
  name: string;
  icon: string;
  holds: (entry: DeskCase, now: Now) => boolean;
  values?: (entry: DeskCase, now: Now) => Record<string, string | number>;
  action?: (entry: DeskCase) => DeskItem['action'];
  order?: (one: DeskCase, other: DeskCase) => number;
}
