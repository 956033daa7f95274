import { codeDistance, type Spot, unpackSpots } from './spots';

/** A photo's spots, and how many of them look like each, itself counted: of a row of buttons each may be any other. */
interface Spots {
  readonly list: readonly Spot[];
  readonly alike: Map<Spot, number>;
}

/** Two spots that look like one. */
interface Pair {
  readonly from: Spot;
  readonly to: Spot;
  /** Radians from one to the other. */
  readonly turn: number;
  readonly scale: number;
  /** 0 to 1. */
  readonly weight: number;
}

/** Two looks of one spot differ in fewer bits; spots of different things seldom do. */
const mostBits = 36;

/** Spots of one photo that differ in no more bits are repetitions, as of dots or stripes. */
const repeated = 28;

/** A photo of the same thing is turned by less (radians), and closer or farther by less. */
const mostTurn = 0.7;
const mostScale = 2.5;

/** Spots of one thing grow alike, but for this. */
const nearScale = 1.75;

/** How far a spot may lie from where the others say it should, in pixels of 256. */
const slack = 15;

/**
 * How many spots of two photos look alike *and* lie to each other as they do in a thing moved, turned or brought
 * closer as a whole. A few alike here and there mean nothing; five in the same order hardly come by chance. Spots that
 * a photo repeats count less: stripes lie in the same order on every striped thing.
 * @param one packed spots, as is `other`
 * @returns the sum of the pairs' weights, each 0 to about 1
 */
export function commonSpots(one: Uint8Array, other: Uint8Array): number {
  const pairs = alikePairs(spotsIn(one), spotsIn(other));
  return pairs.reduce((best, pair) => Math.max(best, agreeing(pair, pairs)), 0);
}

/** One photo is compared with hundreds. */
const unpacked = new WeakMap<Uint8Array, Spots>();

function spotsIn(bytes: Uint8Array): Spots {
  const known = unpacked.get(bytes) ?? { list: unpackSpots(bytes), alike: new Map() };
  unpacked.set(bytes, known);
  return known;
}

function alikePairs(one: Spots, other: Spots): Pair[] {
  const pairs: Pair[] = [];
  for (const from of one.list) {
    let nearest: Spot | undefined;
    let least = mostBits + 1;
    for (const to of other.list) {
      const bits = codeDistance(from.code, to.code);
      if (bits < least) [least, nearest] = [bits, to];
    }
    if (nearest)
      pairs.push(pairOf(from, nearest, (44 - least) / 32 / Math.sqrt(alike(one, from) * alike(other, nearest))));
  }
  return pairs;
}

/** Counted only for spots that are paired: of most photos hardly any are. */
function alike({ list, alike: known }: Spots, spot: Spot): number {
  let count = known.get(spot) ?? 0;
  if (count > 0) return count;
  for (const other of list) if (codeDistance(spot.code, other.code) <= repeated) count += 1;
  known.set(spot, count);
  return count;
}

function pairOf(from: Spot, to: Spot, weight: number): Pair {
  return { from, to, turn: wrapped(to.direction - from.direction), scale: to.size / from.size, weight };
}

/** The weight of all pairs that fit the movement which this pair tells of. */
function agreeing(pair: Pair, pairs: readonly Pair[]): number {
  const { turn, scale } = pair;
  if (Math.abs(turn) > mostTurn || scale > mostScale || scale < 1 / mostScale) return 0;
  const [across, up] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const taken = new Set<Spot>();
  let weight = 0;
  for (const next of pairs) {
    if (taken.has(next.to) || next.scale > scale * nearScale || scale > next.scale * nearScale) continue;
    const [dx, dy] = [next.from.x - pair.from.x, next.from.y - pair.from.y];
    const offX = pair.to.x + across * dx - up * dy - next.to.x;
    const offY = pair.to.y + up * dx + across * dy - next.to.y;
    if (offX * offX + offY * offY > slack * slack || Math.abs(wrapped(next.turn - turn)) > 0.5) continue;
    taken.add(next.to);
    weight += next.weight;
  }
  return weight;
}

const { round, PI } = Math;

/** An angle from -π to π. */
function wrapped(angle: number): number {
  return angle - 2 * PI * round(angle / (2 * PI));
}
