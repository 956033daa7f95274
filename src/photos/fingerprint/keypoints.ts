import { at, blurred, halved, type Plane } from './plane';

/** A spot that stands out at some size, such as a button, an eye or the corner of a label. */
export interface Keypoint {
  /** Place in pixels of the layer it was found in. */
  readonly x: number;
  readonly y: number;
  /** The blurred picture of its size. */
  readonly layer: Plane;
  /** Pixels of the view for one of the layer. */
  readonly step: number;
  /** Radius in pixels of the layer. */
  readonly size: number;
  readonly strength: number;
}

const perOctave = 2;
const firstSigma = 1.6;
const smallest = 12;

/** Weaker contrast than this, of 100, is noise. */
const leastContrast = 0.8;

/** Spots much longer than wide slide along their edge. */
const mostElongated = 10;

/**
 * Finds spots by the difference of two blurs, at all sizes: the scale space of SIFT.
 * @param lightness values 0 to 100
 */
export function keypointsOf(lightness: Plane): Keypoint[] {
  const found: Keypoint[] = [];
  let base = blurred(lightness, Math.sqrt(firstSigma ** 2 - 0.5 ** 2));
  for (let step = 1; Math.min(base.width, base.height) >= smallest; step *= 2) {
    const layers = octave(base);
    const differences = layers.slice(1).map((layer, index) => minus(layer, layers[index] as Plane));
    for (let index = 1; index <= perOctave; index += 1) found.push(...peaks(differences, layers, index, step));
    base = halved(layers[perOctave] as Plane);
  }
  return found;
}

function octave(base: Plane): Plane[] {
  const layers = [base];
  const factor = 2 ** (1 / perOctave);
  for (let index = 1; index < perOctave + 3; index += 1) {
    const sigma = firstSigma * factor ** (index - 1) * Math.sqrt(factor ** 2 - 1);
    layers.push(blurred(layers[index - 1] as Plane, sigma));
  }
  return layers;
}

function minus(one: Plane, other: Plane): Plane {
  return { ...one, data: one.data.map((value, index) => value - (other.data[index] as number)) };
}

function peaks(differences: readonly Plane[], layers: readonly Plane[], index: number, step: number): Keypoint[] {
  const here = differences[index] as Plane;
  const neighbours = [here, differences[index - 1] as Plane, differences[index + 1] as Plane];
  const size = firstSigma * 2 ** (index / perOctave);
  const found: Keypoint[] = [];
  for (let y = 2; y < here.height - 2; y += 1) {
    for (let x = 2; x < here.width - 2; x += 1) {
      const value = here.data[y * here.width + x] as number;
      if (Math.abs(value) < leastContrast || !isPeak(value, neighbours, x, y) || isEdge(here, x, y)) continue;
      found.push({ x, y, layer: layers[index] as Plane, step, size, strength: Math.abs(value) });
    }
  }
  return found;
}

function isPeak(value: number, planes: readonly Plane[], x: number, y: number): boolean {
  const sign = Math.sign(value);
  for (const plane of planes) {
    for (let row = y - 1; row <= y + 1; row += 1) {
      for (let column = x - 1; column <= x + 1; column += 1) {
        if (sign * (plane.data[row * plane.width + column] as number) > sign * value) return false;
      }
    }
  }
  return true;
}

function isEdge(plane: Plane, x: number, y: number): boolean {
  const here = 2 * at(plane, x, y);
  const xx = at(plane, x + 1, y) + at(plane, x - 1, y) - here;
  const yy = at(plane, x, y + 1) + at(plane, x, y - 1) - here;
  const xy =
    (at(plane, x + 1, y + 1) - at(plane, x - 1, y + 1) - at(plane, x + 1, y - 1) + at(plane, x - 1, y - 1)) / 4;
  const determinant = xx * yy - xy * xy;
  return determinant <= 0 || (xx + yy) ** 2 * mostElongated >= (mostElongated + 1) ** 2 * determinant;
}
