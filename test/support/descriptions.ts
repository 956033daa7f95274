import { readFileSync } from 'node:fs';
import path from 'node:path';
import { english, german } from '../fixtures/things/others';

/** A thing in words, as somebody types it. */
export interface Description {
  title: string;
  story: string;
}

/** One thing, described by different people. */
export interface DescribedThing {
  first: Description;
  /** By name of the way: other words, other language, with slips. */
  others: Record<'words' | 'language' | 'typos', Description>;
}

/** @returns numbers from 0 to 1 that are the same in every run */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Things people lose, each described by hand in German, in other German words and in English, and with slips by chance. */
export function describedThings(chance: () => number): DescribedThing[] {
  const file = path.join(__dirname, '..', 'fixtures', 'things', 'described.txt');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [first = '', words = '', language = ''] = line.split('|');
      const typos = withSlips(chance() < 0.5 ? words : first, chance);
      return {
        first: descriptionOf(first),
        others: { words: descriptionOf(words), language: descriptionOf(language), typos: descriptionOf(typos) },
      };
    });
}

function descriptionOf(text: string): Description {
  const [title = '', ...story] = text.split(/[.,] /);
  return { title, story: story.join(', ') };
}

/** A letter is left out, doubled, swapped with the next or mistyped in every third longer word. */
function withSlips(text: string, chance: () => number): string {
  return text.replace(/\p{L}{5,}/gu, (word) => (chance() < 0.34 ? slipped(word, chance) : word));
}

function slipped(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const neighbour = 'abcdefghijklmnoprstuvwz'[Math.floor(chance() * 23)] ?? 'e';
  const ways = [before + after, before + letter + letter + after, before + neighbour + after];
  const swapped = before + (after[0] ?? '') + letter + after.slice(1);
  return [...ways, swapped][Math.floor(chance() * 4)] ?? word;
}

/** @returns a description of some other thing, put together by chance */
export function otherThing(chance: () => number): Description & { place: string } {
  const language = chance() < 0.6 ? german : english;
  const pick = (list: string) => {
    const words = list.split(/[|\n]/);
    return words[Math.floor(chance() * words.length)] ?? '';
  };
  const [thing, colour, look, part] = [language.things, language.colours, language.looks, language.parts].map(pick);
  const size = chance() < 0.4 ? `, ${5 + Math.floor(chance() * 60)} cm` : '';
  const title = chance() < 0.5 ? `${thing}, ${colour}` : `${thing} ${part}`;
  const more = [look, chance() < 0.5 ? part : colour].join(', ');
  return { title, story: `${more}${size}. ${pick(language.stories)}.`, place: pick(language.places) };
}
