import type { AppealWords } from '../appeal';
import { type Notion, notionsOf } from './terms';

/** What of an appeal, a spare or a search says which thing is meant. */
export type Described = Pick<AppealWords, 'title' | 'story' | 'sought' | 'place' | 'hashtags'>;

/** A notion, and how much its place in the text makes of it. */
export interface WeighedNotion extends Notion {
  weight: number;
  /** Number of the phrase it stands in: words of one phrase often come together, whatever thing is meant. */
  phrase: number;
}

/** A phrase says one thing of something: it ends at a stop, a comma, or where a feature is added. */
const phraseEnd = /[.,;:!?()\n]+(?=\s|$)|\s(?=(?:mit|und|with|and)\s)/giu;

/** More would cost time and tell little. */
const mostNotions = 48;

/** @returns what a description says, what stands in the title and among the attributes first */
export function weighedNotions({ title, story, sought, place, hashtags }: Described): WeighedNotion[] {
  const fields: [string, number][] = [
    [title, 2],
    [sought.map(({ value }) => value).join('\n'), 1.5],
    [hashtags.join(' '), 1.2],
    [story, 0.8],
    [place, 0.2],
  ];
  const phrases = fields.flatMap(([text, weight]) => text.split(phraseEnd).map((part) => ({ part, weight })));
  const byKey = new Map<string, WeighedNotion>();
  for (const [phrase, { part, weight }] of phrases.entries())
    for (const notion of notionsOf(part)) {
      const key = notion.word || notion.text;
      if (!byKey.has(key)) byKey.set(key, { ...notion, weight, phrase });
    }
  return [...byKey.values()].slice(0, mostNotions);
}
