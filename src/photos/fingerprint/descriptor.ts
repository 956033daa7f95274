import { fixedSigns, isAbove } from '../../domain/fingerprint/bits';
import { codeBits } from '../../domain/fingerprint/spots';
import type { Keypoint } from './keypoints';
import { at, type Plane } from './plane';

const cells = 4;
const directions = 8;
const turn = 2 * Math.PI;

const projections = fixedSigns(codeBits, cells * cells * directions);

/** Directions of the histogram that tells how a spot is turned. */
const courses = 36;

/**
 * The direction in which the lightness around a spot changes most.
 * @returns radians, 0 to 2π
 */
export function directionOf({ layer, x, y, size }: Keypoint): number {
  const histogram = new Float32Array(courses);
  const reach = Math.round(size * 3 * 1.5);
  for (let down = -reach; down <= reach; down += 1) {
    for (let across = -reach; across <= reach; across += 1) {
      const [strength, angle] = slope(layer, x + across, y + down);
      const weight = Math.exp(-(across * across + down * down) / (2 * (1.5 * size) ** 2));
      const course = Math.floor((angle / turn) * courses) % courses;
      histogram[course] = (histogram[course] as number) + weight * strength;
    }
  }
  return peakOf(smooth(smooth(histogram)));
}

function slope(layer: Plane, x: number, y: number): [strength: number, angle: number] {
  const across = at(layer, x + 1, y) - at(layer, x - 1, y);
  const down = at(layer, x, y + 1) - at(layer, x, y - 1);
  const angle = Math.atan2(down, across);
  return [Math.hypot(across, down), angle < 0 ? angle + turn : angle];
}

function smooth(histogram: Float32Array): Float32Array {
  const bin = (index: number) => histogram[(index + courses) % courses] as number;
  return histogram.map((value, index) => (bin(index - 1) + value * 2 + bin(index + 1)) / 4);
}

function peakOf(histogram: Float32Array): number {
  const best = histogram.indexOf(Math.max(...histogram));
  const bin = (index: number) => histogram[(index + courses) % courses] as number;
  const [before, peak, after] = [bin(best - 1), bin(best), bin(best + 1)];
  const shift = (before - after) / (2 * (before - 2 * peak + after) || 1);
  return (((best + 0.5 + shift) / courses) * turn + turn) % turn;
}

/**
 * What a spot looks like: how its slopes are spread over 4 x 4 cells around it, in the spot's own direction and size,
 * as the signs of fixed random projections. Two looks of one spot differ in few bits.
 * @returns 128 bits as four whole numbers
 */
export function codeOf(keypoint: Keypoint, direction: number): Uint32Array {
  const histogram = levelled(histogramOf(keypoint, direction));
  const code = new Uint32Array(codeBits / 32);
  projections.forEach((signs, bit) => {
    if (isAbove(histogram, signs)) code[bit >> 5] = ((code[bit >> 5] as number) | (1 << (bit & 31))) >>> 0;
  });
  return code;
}

function histogramOf({ layer, x, y, size }: Keypoint, direction: number): Float32Array {
  const histogram = new Float32Array(cells * cells * directions);
  const width = 3 * size;
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const reach = Math.ceil((width * (cells + 1) * Math.SQRT2) / 2);
  // Large spots are sampled more coarsely: a few hundred slopes say as much as a few thousand.
  const stride = Math.max(1, Math.floor(size / 1.6));
  for (let down = -reach; down <= reach; down += stride) {
    for (let across = -reach; across <= reach; across += stride) {
      const column = (across * cos + down * sin) / width + cells / 2 - 0.5;
      const row = (down * cos - across * sin) / width + cells / 2 - 0.5;
      if (column <= -1 || column >= cells || row <= -1 || row >= cells) continue;
      const [strength, angle] = slope(layer, x + across, y + down);
      const away = ((column - 1.5) ** 2 + (row - 1.5) ** 2) / (2 * 2 * 2);
      const course = (((angle - direction + turn) % turn) / turn) * directions;
      spread(histogram, column, row, course, strength * Math.exp(-away));
    }
  }
  return histogram;
}

/** A slope counts for the two nearest cells and directions on each side, by nearness: no jumps between them. */
function spread(histogram: Float32Array, column: number, row: number, course: number, weight: number): void {
  const [left, top, before] = [Math.floor(column), Math.floor(row), Math.floor(course)];
  for (let corner = 0; corner < 8; corner += 1) {
    const [right, low, next] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const [cellX, cellY] = [left + right, top + low];
    if (cellX < 0 || cellX >= cells || cellY < 0 || cellY >= cells) continue;
    const near =
      (1 - Math.abs(column - cellX)) * (1 - Math.abs(row - cellY)) * (1 - Math.abs(course - (before + next)));
    const index = (cellY * cells + cellX) * directions + ((before + next) % directions);
    histogram[index] = (histogram[index] as number) + weight * near;
  }
}

/** Light is taken out: strengths count by their root, and each direction by how much it differs between the cells. */
function levelled(histogram: Float32Array): Float32Array {
  const roots = histogram.map(Math.sqrt);
  const means = new Float32Array(directions);
  roots.forEach((value, index) => {
    means[index % directions] = (means[index % directions] as number) + value / (cells * cells);
  });
  return roots.map((value, index) => value - (means[index % directions] as number));
}
