import { partsOf } from './compounds';
import { wordsIn } from './fold';
import { isKnown, isListed } from './lexicon';
import { type Measure, measuresIn, measureToken } from './measures';
import { correctionsOf } from './near';
import { stemsOf } from './stem';
import { isStopWord } from './stop-words';
import { lookupStems } from './synonyms';

/** One thing a text says, before it is known by which words others say it. */
export interface Notion {
  /** As it was written. */
  text: string;
  /** Folded; of several words, joined. Empty for a size. */
  word: string;
  /** Tokens that say it as it was written, each enough, the surest first. */
  own: readonly Choice[];
  /** Stems under which synonyms of it stand. */
  stems: readonly string[];
  /** Nothing we know by the word list: somebody may have slipped, or it is a name. */
  unknown: boolean;
}

/** Tokens that together say a thing, and how sure it is. */
export interface Choice {
  tokens: readonly string[];
  weight: number;
}

/** @returns what a text says, each thing once, in order: its sizes, and its words with compounds taken apart */
export function notionsOf(text: string): Notion[] {
  const measures = measuresIn(text);
  const words = wordsIn(text).filter(
    ({ start }) => !measures.some((measure) => start >= measure.start && start < measure.end),
  );
  const telling = words
    .filter(({ word }) => !isStopWord(word))
    .map(({ word, start, end }) => ({ word, text: text.slice(start, end) }));
  const notions = [...measures.map((measure) => sizeNotion(measure, text)), ...pairsAndWords(telling)];
  return [...new Map(notions.map((notion) => [notion.word || notion.text, notion])).values()];
}

function sizeNotion(measure: Measure, text: string): Notion {
  const near = [-1, 1].map((by) => ({ tokens: [measureToken({ ...measure, step: measure.step + by })], weight: 0.6 }));
  return {
    text: text.slice(measure.start, measure.end),
    word: '',
    own: [{ tokens: [measureToken(measure)], weight: 1 }, ...near],
    stems: [],
    unknown: false,
  };
}

interface Written {
  word: string;
  text: string;
}

/** "key ring" is one thing where the list knows it as one. */
function pairsAndWords(words: readonly Written[]): Notion[] {
  const notions: Notion[] = [];
  for (let place = 0; place < words.length; place++) {
    const [one, next] = [words[place], words[place + 1]];
    if (one && next && isListed(one.word + next.word)) {
      notions.push(pairNotion(one, next));
      place++;
    } else if (one) notions.push(...wordNotions(one));
  }
  return notions;
}

function pairNotion(one: Written, next: Written): Notion {
  const word = one.word + next.word;
  const together = { tokens: [stemsOf(one.word)[0] ?? '', stemsOf(next.word)[0] ?? ''], weight: 1 };
  return {
    text: `${one.text} ${next.text}`,
    word,
    own: [...written(word), together],
    stems: stemsOf(word),
    unknown: false,
  };
}

/** A compound says what its parts say, unless the list knows it as a word of its own. */
function wordNotions({ word, text }: Written): Notion[] {
  const parts = partsOf(word);
  if (parts.length > 1 && !isKnown(word)) return parts.map((part) => partNotion(part, word, text));
  const [end] = parts;
  const notion = plain(word, text);
  if (!end || isKnown(word)) return [notion];
  const byEnd = stemsOf(end).map((stem) => ({ tokens: [stem], weight: 0.6 }));
  return [{ ...notion, own: [...notion.own, ...byEnd], stems: [...notion.stems, ...stemsOf(end)], unknown: false }];
}

/** What an admin made a synonym of the whole word says each of its parts. */
function partNotion(part: string, word: string, text: string): Notion {
  const notion = plain(part, text);
  return { ...notion, stems: [...notion.stems, ...stemsOf(word)] };
}

function plain(word: string, text: string): Notion {
  const corrected = correctionsOf(word).flatMap((other) => lookupStems([other]));
  const supposed = corrected.map((stem) => ({ tokens: [stem], weight: 0.7 }));
  return {
    text,
    word,
    own: [...written(word), ...supposed],
    stems: [...stemsOf(word), ...corrected],
    unknown: !isKnown(word),
  };
}

function written(word: string): Choice[] {
  return stemsOf(word).map((stem) => ({ tokens: [stem], weight: 1 }));
}
