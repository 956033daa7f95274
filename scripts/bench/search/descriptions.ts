import { seedGroups } from '../../../src/domain/words/synonyms';

/** A thing in words. */
export interface Description {
  title: string;
  story: string;
  place: string;
}

const places = ['Hamburg', 'Berlin', 'München', 'Köln', 'Bonn', 'Dresden', 'Leipzig', 'Stuttgart', 'Bremen', 'Kiel'];

/** Every group of synonyms, as what stories are made of. */
const nouns = wordsOf(['animals', 'toys', 'clothes', 'bags', 'electronics', 'household', 'jewellery', 'papers']);
const looks = wordsOf(['looks', 'colours']);
const events = wordsOf(['occasions', 'food']);

function wordsOf(rooms: readonly string[]): readonly (readonly string[])[] {
  return seedGroups.filter(({ key }) => rooms.some((room) => key.startsWith(`${room}.`))).map(({ words }) => words);
}

/**
 * Descriptions as people would give them: few words are common and most are rare.
 * @param seed the same gives the same
 */
export function descriptions(count: number, seed: number): Description[] {
  const chance = chanceFrom(seed);
  const pick = (groups: readonly (readonly string[])[]) => {
    const group = groups[Math.floor(chance() ** 2 * groups.length)] ?? [''];
    return group[Math.floor(chance() * group.length)] ?? '';
  };
  return Array.from({ length: count }, () => ({
    title: `${pick(nouns)} ${pick(looks)}, ${pick(nouns)}`,
    story: `${pick(looks)}, ${pick(looks)}, ${pick(nouns)}, ${5 + Math.floor(chance() * 60)} cm. ${pick(events)} ${pick(events)}, ${pick(events)}.`,
    place: places[Math.floor(chance() * places.length)] ?? '',
  }));
}

/** @returns numbers from 0 to 1 that are the same in every run */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
