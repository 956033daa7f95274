import { bitsIn } from './bits';
import { type Fingerprint, layoutCells } from './fingerprint';
import { commonSpots } from './spot-match';

/** In what two photos agree, each in its own measure. */
export interface Likeness {
  /** Spots in common, weighted; see `commonSpots`. */
  readonly spots: number;
  /** Bits of 64 in which the hashes differ at best, over the turns. */
  readonly hash: number;
  /** Part of the colours they share, 0 to 1. */
  readonly colours: number;
  /** Mean difference of colour where both have the subject, in Lab; at most 60. */
  readonly layout: number;
  /** How alike their edges run, 0 to 1. */
  readonly edges: number;
}

/** Compares two fingerprints of one version. */
export function likenessOf(one: Fingerprint, other: Fingerprint): Likeness {
  return {
    spots: commonSpots(one.spots, other.spots),
    hash: hashDistance(one.hashes, other.hashes),
    colours: shared(one.colours, other.colours),
    layout: layoutDistance(one.layout, other.layout),
    edges: cosine(one.edges, other.edges),
  };
}

/** Either upright against all turns of the other. */
function hashDistance(one: readonly string[], other: readonly string[]): number {
  const to = (upright: string, turned: readonly string[]) => turned.map((hash) => hexDistance(upright, hash));
  return Math.min(64, ...to(one[0] ?? '', other), ...to(other[0] ?? '', one));
}

function hexDistance(one: string, other: string): number {
  const half = (hash: string, from: number) => Number.parseInt(hash.slice(from, from + 8), 16);
  return bitsIn(half(one, 0) ^ half(other, 0)) + bitsIn(half(one, 8) ^ half(other, 8));
}

function shared(one: Uint8Array, other: Uint8Array): number {
  let [common, total] = [0, 0];
  one.forEach((value, bin) => {
    common += Math.min(value, other[bin] ?? 0);
    total += value + (other[bin] ?? 0);
  });
  return total === 0 ? 0 : (2 * common) / total;
}

function layoutDistance(one: Uint8Array, other: Uint8Array): number {
  let [weights, sum] = [0, 0];
  for (let at = 0; at < layoutCells * layoutCells * 4; at += 4) {
    const off = (channel: number) => (one[at + channel] ?? 0) - (other[at + channel] ?? 0);
    const weight = Math.min(one[at] ?? 0, other[at] ?? 0);
    weights += weight;
    sum += weight * Math.min(60, Math.hypot(off(1) * 0.7, off(2), off(3)));
  }
  return weights === 0 ? 60 : sum / weights;
}

function cosine(one: Uint8Array, other: Uint8Array): number {
  let [product, ofOne, ofOther] = [0, 0, 0];
  one.forEach((value, index) => {
    const second = other[index] ?? 0;
    product += value * second;
    ofOne += value * value;
    ofOther += second * second;
  });
  return product / (Math.sqrt(ofOne * ofOther) || 1);
}
