/** Gives numbers from 0 up to but without 1, the same in every run. */
export type Chance = () => number;

/** A small generator (a linear congruential one): the bench needs variety that repeats, not surprise. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = ['ba', 'del', 'fin', 'gor', 'ha', 'jun', 'kel', 'lo', 'mir', 'nes', 'pil', 'ro', 'sum', 'tak', 'ven'];

/** The n-th of 3,375 words. */
export function wordNamed(number: number): string {
  const base = syllables.length;
  return [number, Math.floor(number / base), Math.floor(number / base ** 2)].map((n) => syllables[n % base]).join('');
}

/** Words, some of them much commoner than others, as in a language. */
export function someWords(chance: Chance, count: number): string {
  const pick = () => wordNamed(Math.floor(chance() ** 3 * syllables.length ** 3));
  return Array.from({ length: count }, pick).join(' ');
}

/** Words enough for a story. */
export function paragraph(chance: Chance, count: number): string {
  return `${someWords(chance, count)}.`;
}
