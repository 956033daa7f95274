import { codeDistance, type Spot } from './spots';

/** Two spots that look like one. */
interface Pair {
  readonly from: Spot;
  readonly to: Spot;
  /** 0 to 1. */
  readonly weight: number;
}

/** Two looks of one spot differ in fewer bits; spots of different things seldom do. */
const mostBits = 36;

/** A photo of the same thing is turned by less (radians), and closer or farther by less. */
const mostTurn = 0.7;
const mostScale = 2.5;

/** How far a spot may lie from where the others say it should, in pixels of 256. */
const slack = 15;

/**
 * How many spots of two photos look alike *and* lie to each other as they do in a thing moved, turned or brought
 * closer as a whole. A few alike here and there mean nothing; five in the same order hardly come by chance.
 * @returns the sum of the pairs' weights, each 0 to about 1
 */
export function commonSpots(one: readonly Spot[], other: readonly Spot[]): number {
  const pairs = alikePairs(one, other);
  return pairs.reduce((best, pair) => Math.max(best, agreeing(pair, pairs)), 0);
}

function alikePairs(one: readonly Spot[], other: readonly Spot[]): Pair[] {
  const pairs: Pair[] = [];
  for (const from of one) {
    let nearest: Spot | undefined;
    let least = mostBits + 1;
    for (const to of other) {
      const bits = codeDistance(from.code, to.code);
      if (bits < least) [least, nearest] = [bits, to];
    }
    if (nearest) pairs.push({ from, to: nearest, weight: (44 - least) / 32 });
  }
  return pairs;
}

/** The weight of all pairs that fit the movement which this pair tells of. */
function agreeing(pair: Pair, pairs: readonly Pair[]): number {
  const turn = turnOf(pair);
  const scale = pair.to.size / pair.from.size;
  if (Math.abs(turn) > mostTurn || scale > mostScale || scale < 1 / mostScale) return 0;
  const [across, up] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const taken = new Set<Spot>();
  let weight = 0;
  for (const next of pairs) {
    if (taken.has(next.to) || Math.abs(Math.log2(next.to.size / next.from.size / scale)) > 0.8) continue;
    const [dx, dy] = [next.from.x - pair.from.x, next.from.y - pair.from.y];
    const offX = pair.to.x + across * dx - up * dy - next.to.x;
    const offY = pair.to.y + up * dx + across * dy - next.to.y;
    if (offX * offX + offY * offY > slack * slack || Math.abs(wrapped(turnOf(next) - turn)) > 0.5) continue;
    taken.add(next.to);
    weight += next.weight;
  }
  return weight;
}

function turnOf({ from, to }: Pair): number {
  return wrapped(to.direction - from.direction);
}

/** An angle from -π to π. */
function wrapped(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
