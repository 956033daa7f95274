import { isKnown, listedWords } from './lexicon';
import { remembering } from './remembering';

/** Shorter words are too alike for a slip to be told from another word. */
const shortest = 4;

/**
 * The word, and what is left of it with one letter taken out: two words that differ by one slip (a letter wrong, too
 * many, too few, or two swapped) share one of these, so that they are found by looking up instead of comparing.
 */
export function neighbourhood(word: string): string[] {
  if (word.length < shortest) return [word];
  const shorter = Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1));
  return [...new Set([word, ...shorter])];
}

/** @returns how many slips lie between two words, counting up to three */
export function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let [older, old] = [[] as number[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) now.push(cell(one, other, row, column, older, old, now));
    [older, old] = [old, now];
  }
  return Math.min(3, old[other.length] ?? 3);
}

function cell(
  one: string,
  other: string,
  row: number,
  column: number,
  older: readonly number[],
  old: readonly number[],
  now: readonly number[],
): number {
  const far = Number.POSITIVE_INFINITY;
  const same = one[row - 1] === other[column - 1];
  const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return Math.min(
    (old[column] ?? far) + 1,
    (now[column - 1] ?? far) + 1,
    (old[column - 1] ?? far) + (same ? 0 : 1),
    row > 1 && column > 1 && swapped ? (older[column - 2] ?? far) + 1 : far,
  );
}

/** @returns slips forgiven in a word: none in a short one, two in a long one */
export function forgiven(word: string): number {
  return word.length < shortest ? 0 : word.length < 9 ? 1 : 2;
}

const byNeighbour = new Map<string, string[]>();
for (const word of listedWords)
  if (word.length >= shortest)
    for (const near of neighbourhood(word)) byNeighbour.set(near, [...(byNeighbour.get(near) ?? []), word]);

/**
 * Words of the list somebody may have meant.
 * @param word folded, and not known itself
 * @returns the nearest first, at most three; none for a word that is known
 */
export const correctionsOf: (word: string) => readonly string[] = remembering((word) => {
  if (word.length < shortest || isKnown(word)) return [];
  const candidates = new Set(neighbourhood(word).flatMap((near) => byNeighbour.get(near) ?? []));
  return [...candidates]
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate) }))
    .filter(({ slips }) => slips <= forgiven(word))
    .sort((one, other) => one.slips - other.slips || sameStart(word, other.candidate) - sameStart(word, one.candidate))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
});

function sameStart(one: string, other: string): number {
  return one[0] === other[0] ? 1 : 0;
}
