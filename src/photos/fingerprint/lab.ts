import type { Plane, View } from './plane';

/** A picture in CIE Lab: lightness 0 to 100, a and b about -100 to 100. */
export interface Lab {
  readonly l: Plane;
  readonly a: Plane;
  readonly b: Plane;
}

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** Cube roots of the range an sRGB picture has, looked up: the root itself would be half the time of a fingerprint. */
const steps = 4096;
const root = Float32Array.from({ length: steps + 1 }, (_, index) => {
  const value = index / steps;
  return value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116;
});

/** @param view sRGB */
export function labOf({ data, width, height }: View): Lab {
  const [l, a, b] = [0, 1, 2].map(() => new Float32Array(width * height)) as [Float32Array, Float32Array, Float32Array];
  for (let index = 0; index < l.length; index += 1) {
    const red = linear[data[3 * index] as number] as number;
    const green = linear[data[3 * index + 1] as number] as number;
    const blue = linear[data[3 * index + 2] as number] as number;
    const x = rootOf((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const y = rootOf(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = rootOf((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    l[index] = 116 * y - 16;
    a[index] = 500 * (x - y);
    b[index] = 200 * (y - z);
  }
  return { l: { data: l, width, height }, a: { data: a, width, height }, b: { data: b, width, height } };
}

function rootOf(value: number): number {
  return root[Math.min(steps, Math.max(0, Math.round(value * steps)))] as number;
}
