import { wordsIn } from './fold';
import { animals } from './seed/animals';
import { bags } from './seed/bags';
import { clothes } from './seed/clothes';
import { colours } from './seed/colours';
import { electronics } from './seed/electronics';
import { food } from './seed/food';
import { household } from './seed/household';
import { jewellery } from './seed/jewellery';
import { looks } from './seed/looks';
import { occasions } from './seed/occasions';
import { papers } from './seed/papers';
import { toys } from './seed/toys';
import { stemsOf } from './stem';

/** Words of one meaning, in any language. */
export interface SynonymGroup {
  /** Stays the same from release to release: room and first word. */
  key: string;
  words: readonly string[];
}

const rooms = {
  animals,
  toys,
  clothes,
  bags,
  electronics,
  household,
  jewellery,
  papers,
  looks,
  occasions,
  food,
  colours,
};

/** The groups every installation starts with; what admins change is laid over them. */
export const seedGroups: readonly SynonymGroup[] = Object.entries(rooms).flatMap(([room, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => wordsOfLine(line))
    .map((words) => ({ key: `${room}.${words[0]}`, words })),
);

/** @returns the words of one group as they are typed: with commas between them, each once */
export function wordsOfLine(line: string): string[] {
  const words = line.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A synonym as it stands in an index: the stems of each of its words, in order. */
export type Entry = readonly (readonly string[])[];

/** @returns "key ring" as two words of stems each, "keyring" as one */
export function entryOf(synonym: string): Entry {
  return wordsIn(synonym).map(({ word }) => stemsOf(word));
}

/** @returns the stems by which a group is looked up: of its single words, and of those of several words joined */
export function lookupStems(words: readonly string[]): string[] {
  const joined = words.map((synonym) =>
    wordsIn(synonym)
      .map(({ word }) => word)
      .join(''),
  );
  return [...new Set(joined.flatMap((word) => stemsOf(word)))];
}

const seedsByStem = new Map<string, SynonymGroup[]>();
for (const group of seedGroups)
  for (const stem of lookupStems(group.words)) seedsByStem.set(stem, [...(seedsByStem.get(stem) ?? []), group]);

/** @returns the seed groups that hold a word with one of the stems */
export function seedGroupsOf(stems: readonly string[]): SynonymGroup[] {
  return [...new Set(stems.flatMap((stem) => seedsByStem.get(stem) ?? []))];
}

const coloursByStem = new Map<string, string>();
for (const { key, words } of seedGroups)
  if (key.startsWith('colours.'))
    for (const stem of lookupStems(words)) if (!coloursByStem.has(stem)) coloursByStem.set(stem, words[0] ?? stem);

/** @returns the colour a stem names, by the first word of its group; undefined for anything else */
export function colourOf(stem: string): string | undefined {
  return coloursByStem.get(stem);
}
