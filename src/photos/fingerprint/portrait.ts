import { hueSteps, lightSteps } from '../../domain/fingerprint/fingerprint';
import type { Lab } from './lab';
import { between, type Plane } from './plane';

/** A photo's subject: where it lies and how light it is. */
export interface Portrait {
  readonly lab: Lab;
  /** 0 (background) to 1 for each pixel. */
  readonly subject: Plane;
  /** Middle of the subject, and half the side of the square around it, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  /** By what the colours are multiplied so that things look equally light. */
  readonly gain: number;
}

/** The square around the subject, sampled. */
export interface Square {
  /** Samples along each side. */
  readonly side: number;
  readonly weight: Float32Array;
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** A subject reaches a little over two standard deviations around its middle. */
const reachInDeviations = 2.1;

const meanLightness = 55;

/** How much of a difference in light is taken out: all of it would make black and white things the same. */
const lightTakenOut = 0.7;

/** Places the subject. */
export function portraitOf(lab: Lab, subject: Plane): Portrait {
  const { width } = subject;
  const sums = { weight: 1e-6, x: 0, y: 0, xx: 0, yy: 0, l: 0 };
  subject.data.forEach((value, index) => {
    const [weight, x, y] = [value * value, index % width, Math.floor(index / width)];
    sums.weight += weight;
    sums.x += weight * x;
    sums.y += weight * y;
    sums.xx += weight * x * x;
    sums.yy += weight * y * y;
    sums.l += weight * (lab.l.data[index] as number);
  });
  const [x, y, lightness] = [sums.x / sums.weight, sums.y / sums.weight, sums.l / sums.weight];
  const variance = (sums.xx + sums.yy) / sums.weight - x * x - y * y;
  return {
    lab,
    subject,
    x,
    y,
    reach: reachInDeviations * Math.sqrt(Math.max(4, variance / 2)),
    gain: (meanLightness / Math.max(8, lightness)) ** lightTakenOut,
  };
}

/** @param degrees by which the square is turned */
export function squareOf({ lab, subject, x, y, reach }: Portrait, side: number, degrees: number): Square {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const plane = () => new Float32Array(side * side);
  const square = { side, weight: plane(), l: plane(), a: plane(), b: plane() };
  for (let index = 0; index < side * side; index += 1) {
    const across = reach * ((((index % side) + 0.5) / side) * 2 - 1);
    const down = reach * (((Math.floor(index / side) + 0.5) / side) * 2 - 1);
    const [left, top] = [x + across * cos - down * sin, y + across * sin + down * cos];
    square.weight[index] = isInside(subject, left, top) ? between(subject, left, top) : 0;
    square.l[index] = between(lab.l, left, top);
    square.a[index] = between(lab.a, left, top);
    square.b[index] = between(lab.b, left, top);
  }
  return square;
}

function isInside({ width, height }: Plane, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}

/** @returns how much of the subject has which colour, in parts of the whole */
export function coloursOf({ lab, subject, gain }: Portrait): Float32Array {
  const bins = new Float32Array(hueSteps * hueSteps * lightSteps);
  let total = 1e-6;
  subject.data.forEach((value, index) => {
    const weight = value * value;
    total += weight;
    const a = hueStep((lab.a.data[index] as number) * gain);
    const b = hueStep((lab.b.data[index] as number) * gain);
    const l = Math.min(lightSteps - 1.001, Math.max(0, ((lab.l.data[index] as number) * gain) / 45));
    spread(bins, [a, b, l], weight);
  });
  return bins.map((value) => value / total);
}

/** Finer steps near grey, where most things are. */
function hueStep(value: number): number {
  const step = Math.sign(value) * Math.sqrt(Math.abs(value) / 100) * 3.2 + (hueSteps - 1) / 2;
  return Math.min(hueSteps - 1.001, Math.max(0, step));
}

/** A colour counts for the steps on both sides, by nearness. */
function spread(bins: Float32Array, [a, b, l]: readonly [number, number, number], weight: number): void {
  for (let corner = 0; corner < 8; corner += 1) {
    const [i, j, k] = [
      Math.floor(a) + (corner & 1),
      Math.floor(b) + ((corner >> 1) & 1),
      Math.floor(l) + (corner >> 2),
    ];
    const near = (1 - Math.abs(a - i)) * (1 - Math.abs(b - j)) * (1 - Math.abs(l - k));
    const bin = (i * hueSteps + j) * lightSteps + k;
    bins[bin] = (bins[bin] as number) + weight * near;
  }
}
