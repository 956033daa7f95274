/** Random numbers that come again with the same seed. */
export interface Chance {
  /** @returns a whole number from 0 to below `end` */
  below(end: number): number;
}

/** A small generator (mulberry32); the same seed gives the same numbers. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return {
    below(end) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
    },
  };
}
