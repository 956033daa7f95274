import { edgeDirections, layoutCells } from '../../domain/fingerprint/fingerprint';
import type { Square } from './portrait';

/** Frequencies of the perceptual hash along each axis. */
const frequencies = 8;

/** @returns the perceptual hash of 64 bits: for each low frequency whether it is stronger than the median */
export function hashOf(square: Square): string {
  const coefficients = transformed(centred(square), square.side);
  const median = [...coefficients].sort((one, other) => one - other)[coefficients.length / 2] as number;
  let digits = '';
  for (let at = 0; at < coefficients.length; at += 4) {
    const bit = (step: number) => ((coefficients[at + step] as number) > median ? 8 >> step : 0);
    digits += (bit(0) + bit(1) + bit(2) + bit(3)).toString(16);
  }
  return digits;
}

/** Lightness around the subject's mean; what lies behind it is that mean, whatever it is. */
function centred({ weight, l }: Square): Float32Array {
  let [weights, sum] = [1e-6, 0];
  weight.forEach((value, index) => {
    weights += value;
    sum += value * (l[index] as number);
  });
  return l.map((value, index) => (value - sum / weights) * (weight[index] as number));
}

/** The low frequencies of the discrete cosine transform. */
function transformed(values: Float32Array, side: number): Float32Array {
  const wave = (frequency: number, at: number) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * side));
  const waves = Array.from({ length: frequencies }, (_, frequency) =>
    Float32Array.from({ length: side }, (__, at) => wave(frequency, at)),
  );
  const rows = waves.map((across) =>
    Float32Array.from({ length: side }, (_, row) => dot(values.subarray(row * side, (row + 1) * side), across)),
  );
  return Float32Array.from({ length: frequencies ** 2 }, (_, index) =>
    dot(rows[index % frequencies] as Float32Array, waves[Math.floor(index / frequencies)] as Float32Array),
  );
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] as number) * (other[index] as number);
  return sum;
}

/**
 * The subject's colours on a grid, one byte each for: part of the subject, lightness, a and b (128 is zero).
 * @param gain by what the colours are multiplied
 */
export function layoutOf({ side, weight, l, a, b }: Square, gain: number): Uint8Array {
  const layout = new Uint8Array(layoutCells * layoutCells * 4);
  const cell = side / layoutCells;
  for (let index = 0; index < layoutCells * layoutCells; index += 1) {
    const start = Math.floor(index / layoutCells) * cell * side + (index % layoutCells) * cell;
    let [weights, sumL, sumA, sumB] = [1e-6, 0, 0, 0];
    for (let step = 0; step < cell * cell; step += 1) {
      const at = start + Math.floor(step / cell) * side + (step % cell);
      const share = weight[at] as number;
      weights += share;
      sumL += share * (l[at] as number);
      sumA += share * (a[at] as number);
      sumB += share * (b[at] as number);
    }
    const part = (sum: number) => (sum / weights) * gain;
    const colour = [(weights / cell ** 2) * 255, part(sumL) * 2, part(sumA) + 128, part(sumB) + 128];
    layout.set(colour.map(asByte), index * 4);
  }
  return layout;
}

/** @returns directions of the subject's edges in its four quarters, the strongest being 255 */
export function edgesOf({ side, weight, l }: Square): Uint8Array {
  const bins = new Float32Array(4 * edgeDirections);
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const at = y * side + x;
      const across = (l[at + 1] as number) - (l[at - 1] as number);
      const down = (l[at + side] as number) - (l[at - side] as number);
      // An edge from light to dark and one from dark to light run the same way.
      const course = (Math.atan2(down, across) / Math.PI + 1) % 1;
      const quarter = (y < side / 2 ? 0 : 2) + (x < side / 2 ? 0 : 1);
      const bin = quarter * edgeDirections + (Math.floor(course * edgeDirections) % edgeDirections);
      bins[bin] = (bins[bin] as number) + Math.hypot(across, down) * (weight[at] as number);
    }
  }
  const strongest = Math.max(1e-6, ...bins);
  return Uint8Array.from(bins, (value) => asByte((value / strongest) * 255));
}

function asByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
