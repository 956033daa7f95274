import type { Lab } from './lab';
import { blurred, type Plane, planeOf } from './plane';

/** How deep the border is that tells what lies behind the thing, as a part of the picture. */
const rim = 0.05;

/** Of two colours with this difference, in Lab, it is as likely as not that one is behind the other. */
const halfway = 14;

/** Lightness changes with every shadow, so it counts less. */
const channelWeights = { l: 0.5, a: 1, b: 1 };

/**
 * Guesses what the photo is of: whatever differs from the border's colours, and lies in the middle rather than at the
 * edge.
 * @param lab small: 64 pixels along the long edge are enough
 * @returns 0 (background) to 1 for each pixel
 */
export function subjectOf(lab: Lab): Plane {
  const { width, height } = lab.l;
  const squares = new Float32Array(width * height);
  for (const channel of ['l', 'a', 'b'] as const) addDifference(squares, lab[channel], channelWeights[channel]);
  const soft = blurred({ data: squares.map(Math.sqrt), width, height }, Math.max(width, height) / 60);
  return planeOf(width, height, (x, y) => {
    const off = soft.data[y * width + x] as number;
    return (off / (off + halfway)) * middle(x / (width - 1), y / (height - 1));
  });
}

/** What the border itself varies by is no difference. */
function addDifference(squares: Float32Array, plane: Plane, weight: number): void {
  const soft = blurred(plane, Math.max(plane.width, plane.height) / 24);
  const spread = spreadOf(plane, soft);
  const behind = carriedOver(soft);
  plane.data.forEach((value, index) => {
    const off = Math.max(0, Math.abs(value - (behind.data[index] as number)) - spread);
    squares[index] = (squares[index] as number) + weight * off * off;
  });
}

/** The border's values carried over the picture from its four sides. */
function carriedOver({ data, width, height }: Plane): Plane {
  const inset = thickness(width, height) >> 1;
  const [right, low] = [width - 1 - inset, height - 1 - inset];
  return planeOf(width, height, (x, y) => {
    const [across, down] = [x / width, y / height];
    const level = (data[y * width + inset] as number) * (1 - across) + (data[y * width + right] as number) * across;
    const upright = (data[inset * width + x] as number) * (1 - down) + (data[low * width + x] as number) * down;
    return (level + upright) / 2;
  });
}

function spreadOf({ data, width, height }: Plane, soft: Plane): number {
  const thick = thickness(width, height);
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (x >= thick && x < width - thick && y >= thick && y < height - thick) continue;
      sum += ((data[y * width + x] as number) - (soft.data[y * width + x] as number)) ** 2;
      count += 1;
    }
  }
  return Math.sqrt(sum / count);
}

function thickness(width: number, height: number): number {
  return Math.max(2, Math.round(rim * Math.min(width, height)));
}

/** 1 in the middle, less towards the edge; both from 0 to 1. */
function middle(x: number, y: number): number {
  return Math.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / (2 * 0.28 ** 2));
}
