import type { Fingerprint } from './fingerprint';
import { type Likeness, likenessOf } from './likeness';

/** From here on two photos are said to show the same thing; how seldom that is wrong is measured by the tests. */
export const looksAlike = 0.95;

/** More spots than these in common say no more. */
const enoughSpots = 9;

/**
 * How likely two photos show the same thing.
 * @returns 0 to 1; 0 for fingerprints of different versions, which cannot be compared
 */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  return one.version === other.version ? weighed(likenessOf(one, other)) : 0;
}

/** A logistic regression over pairs of photos of the evaluation set. */
function weighed({ spots, hash, colours, layout, edges }: Likeness): number {
  const evidence =
    -5.8 + 0.9 * Math.min(spots, enoughSpots) + 5.9 * colours - 0.038 * layout - 0.05 * hash + 2.6 * edges;
  return 1 / (1 + Math.exp(-evidence));
}
