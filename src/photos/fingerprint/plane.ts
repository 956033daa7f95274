/** One value a pixel, row by row. */
export interface Plane {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Small upright sRGB pixels, three bytes each: what a fingerprint is taken from. */
export interface View {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** @returns a plane of that size with the value `valueAt` gives for each pixel */
export function planeOf(width: number, height: number, valueAt: (x: number, y: number) => number): Plane {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data[y * width + x] = valueAt(x, y);
  return { data, width, height };
}

/** The value at a pixel; outside the plane that of the nearest pixel inside. */
export function at({ data, width, height }: Plane, x: number, y: number): number {
  const column = x < 0 ? 0 : x >= width ? width - 1 : x;
  const row = y < 0 ? 0 : y >= height ? height - 1 : y;
  return data[row * width + column] as number;
}

/** The value between pixels. */
export function between(plane: Plane, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, low] = [x - left, y - top];
  const upper = at(plane, left, top) * (1 - right) + at(plane, left + 1, top) * right;
  const lower = at(plane, left, top + 1) * (1 - right) + at(plane, left + 1, top + 1) * right;
  return upper * (1 - low) + lower * low;
}

/** Every second pixel. */
export function halved(plane: Plane): Plane {
  return planeOf(plane.width >> 1, plane.height >> 1, (x, y) => plane.data[2 * y * plane.width + 2 * x] as number);
}

/** Gaussian blur. @param sigma in pixels */
export function blurred({ data, width, height }: Plane, sigma: number): Plane {
  const weights = halfKernel(sigma);
  const sideways = turnedAndBlurred(data, width, height, weights);
  return { data: turnedAndBlurred(sideways, height, width, weights), width, height };
}

/** The middle weight of the bell curve and those to one side of it. */
function halfKernel(sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(sigma * 2.2));
  const weights = Float32Array.from({ length: reach + 1 }, (_, off) => Math.exp(-(off ** 2) / (2 * sigma * sigma)));
  const sum = weights.reduce((total, weight, off) => total + (off === 0 ? weight : 2 * weight), 0);
  return weights.map((weight) => weight / sum);
}

/** Blurs along the rows, and writes them as columns: done twice, both directions are blurred and memory is read in order. */
function turnedAndBlurred(from: Float32Array, width: number, height: number, weights: Float32Array): Float32Array {
  const to = new Float32Array(from.length);
  const reach = weights.length - 1;
  const line = new Float32Array(width + 2 * reach);
  const middle = weights[0] as number;
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    line.fill(from[start] as number, 0, reach);
    line.set(from.subarray(start, start + width), reach);
    line.fill(from[start + width - 1] as number, reach + width);
    for (let x = 0; x < width; x += 1) {
      const here = x + reach;
      let sum = middle * (line[here] as number);
      for (let off = 1; off <= reach; off += 1) {
        sum += (weights[off] as number) * ((line[here - off] as number) + (line[here + off] as number));
      }
      to[x * height + row] = sum;
    }
  }
  return to;
}
