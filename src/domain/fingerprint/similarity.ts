import type { Fingerprint } from './fingerprint';
import { type Likeness, likenessOf } from './likeness';

/** From here on two photos are said to show the same thing; how seldom that is wrong is measured by the tests. */
export const looksAlike = 0.985;

/** Beyond these a difference tells nothing more, nor do more spots in common. */
const most = { spots: 20, hash: 26, layout: 40 } as const;

/**
 * How likely two photos show the same thing.
 * @returns 0 to 1; 0 for fingerprints of different versions, which cannot be compared
 */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  return one.version === other.version ? weighed(likenessOf(one, other)) : 0;
}

/** A logistic regression over pairs of photos of drawn things, with round weights. */
function weighed({ spots, hash, colours, layout, edges }: Likeness): number {
  const evidence =
    -12 +
    3 * Math.sqrt(Math.min(spots, most.spots)) +
    12 * colours -
    0.015 * Math.min(layout, most.layout) -
    0.17 * Math.min(hash, most.hash) +
    4 * edges;
  return 1 / (1 + Math.exp(-evidence));
}
