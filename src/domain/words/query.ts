import { type Kind, kinds } from '../appeal';
import { publishedStatuses, type Status } from '../appeal-status';
import { fold, wordsIn } from './fold';

/** What somebody typed into the search field, taken apart. */
export interface ParsedQuery {
  /** What is looked for by meaning. */
  text: string;
  /** Folded words that must follow each other. */
  phrases: string[][];
  /** Folded words of what must not occur. */
  without: string[];
  /** Folded tags, without the `#`. */
  hashtags: string[];
  kind: Kind | null;
  /** Any of these; null for all. */
  statuses: readonly Status[] | null;
  /** Folded words of the place. */
  place: string[];
}

const kindNames: Record<string, Kind> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, kind])),
  thing: 'item',
  ding: 'item',
  sache: 'item',
  gegenstand: 'item',
  mensch: 'person',
  besitzer: 'owner',
  eigentumer: 'owner',
  fund: 'owner',
  fundsache: 'owner',
};

const open = publishedStatuses.filter((status) => status !== 'closed');
const statusNames: Record<string, readonly Status[]> = {
  ...Object.fromEntries(publishedStatuses.map((status) => [status.replace('_', ''), [status]])),
  open,
  offen: open,
  laufend: open,
  suche: ['searching'],
  gesucht: ['searching'],
  gefunden: ['found'],
  unterwegs: ['on_its_way'],
  geliefert: ['delivered'],
  angekommen: ['delivered'],
  geschlossen: ['closed'],
  beendet: ['closed'],
  done: ['closed'],
};

const filterNames: Record<string, 'kind' | 'status' | 'place'> = {
  kind: 'kind',
  art: 'kind',
  type: 'kind',
  status: 'status',
  stand: 'status',
  state: 'status',
  place: 'place',
  ort: 'place',
};

/** A phrase, an exclusion of either, a hashtag, a filter, or any other run of letters. */
const piece = /(-?)"([^"]*)"|(?:^|(?<=\s))-(\S+)|#([\p{L}\p{N}_-]+)|(?:^|(?<=\s))(\p{L}+):("[^"]*"|\S+)|\S+/gu;

/**
 * Reads words, "phrases", -words, #tags and filters such as `status:open`, `kind:item` and `place:hamburg`, in German
 * or English. What looks like a filter and is none is looked for as words.
 */
export function parseQuery(typed: string): ParsedQuery {
  const query: ParsedQuery = {
    text: '',
    phrases: [],
    without: [],
    hashtags: [],
    kind: null,
    statuses: null,
    place: [],
  };
  for (const match of typed.matchAll(piece)) take(query, match);
  query.text = query.text.trim();
  return query;
}

function take(query: ParsedQuery, [whole, minus, phrase, excluded, tag, name, value]: RegExpExecArray): void {
  if (phrase !== undefined) takePhrase(query, phrase, minus === '-');
  else if (excluded !== undefined) query.without.push(...folded(excluded));
  else if (tag !== undefined) query.hashtags.push(folded(tag).join(''));
  else if (name === undefined || value === undefined || !takeFilter(query, fold(name), value))
    query.text += ` ${whole}`;
}

function takePhrase(query: ParsedQuery, phrase: string, isExcluded: boolean): void {
  const words = folded(phrase);
  if (isExcluded) query.without.push(...words);
  else if (words.length > 0) {
    query.phrases.push(words);
    query.text += ` ${phrase}`;
  }
}

/** @returns whether it was a filter of ours */
function takeFilter(query: ParsedQuery, name: string, value: string): boolean {
  const words = folded(value);
  const joined = words.join('');
  switch (own(filterNames, name)) {
    case 'kind':
      query.kind = own(kindNames, joined) ?? query.kind;
      return own(kindNames, joined) !== undefined;
    case 'status':
      query.statuses = own(statusNames, joined) ?? query.statuses;
      return own(statusNames, joined) !== undefined;
    case 'place':
      query.place.push(...words);
      return words.length > 0;
    default:
      return false;
  }
}

/** What is typed may be called like something every object has. */
function own<Value>(names: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

function folded(text: string): string[] {
  return wordsIn(text).map(({ word }) => word);
}
