import type { Choice } from './terms';

/** Something looked for, with the tokens that say it among what is stored. */
export interface Wanted {
  /** As somebody wrote it. */
  text: string;
  choices: readonly Choice[];
  /** How many stored things say it, at most. */
  holders: number;
  /** Weight: the fewer say it, the more it tells. */
  rarity: number;
  /** How many things are stored, and a few besides: of ten things, none is rare for being alone. */
  among: number;
}

/** How well one stored thing says one wanted one: 0 not at all, 1 in the same words. */
export function saying({ choices }: Pick<Wanted, 'choices'>, tokens: ReadonlySet<string>): number {
  let best = 0;
  for (const { tokens: needed, weight } of choices) {
    if (weight > best && needed.every((token) => tokens.has(token))) best = weight;
  }
  return best;
}
