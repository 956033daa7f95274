import type { View } from './plane';

/** Values of one border differ by less, of 255: a bar of a screenshot, or paper around a print. */
const sameValue = 10;

/** What is left has at least this part of each side. */
const least = 0.4;

/** Cuts off uniform borders: they are of the screen or the paper, not of the photo. */
export function trimmed(view: View): View {
  const { width, height } = view;
  const mostAcross = Math.floor((width * (1 - least)) / 2);
  const mostDown = Math.floor((height * (1 - least)) / 2);
  const left = count(mostAcross, (step) => isUniform(view, step, 0, 0, 1, height));
  const right = count(mostAcross, (step) => isUniform(view, width - 1 - step, 0, 0, 1, height));
  const top = count(mostDown, (step) => isUniform(view, 0, step, 1, 0, width));
  const bottom = count(mostDown, (step) => isUniform(view, 0, height - 1 - step, 1, 0, width));
  return cut(view, left, top, width - left - right, height - top - bottom);
}

function count(most: number, isBorder: (step: number) => boolean): number {
  let step = 0;
  while (step < most && isBorder(step)) step += 1;
  // A border that ends nowhere is a plain background, and belongs to the photo.
  return step === most ? 0 : step;
}

function isUniform({ data, width }: View, x: number, y: number, across: number, down: number, length: number): boolean {
  const first = (y * width + x) * 3;
  for (let step = 1; step < length; step += 1) {
    const here = ((y + step * down) * width + x + step * across) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      if (Math.abs((data[here + channel] as number) - (data[first + channel] as number)) > sameValue) return false;
    }
  }
  return true;
}

function cut({ data, width }: View, left: number, top: number, newWidth: number, newHeight: number): View {
  const rows = new Uint8Array(newWidth * newHeight * 3);
  for (let row = 0; row < newHeight; row += 1) {
    const start = ((top + row) * width + left) * 3;
    rows.set(data.subarray(start, start + newWidth * 3), row * newWidth * 3);
  }
  return { data: rows, width: newWidth, height: newHeight };
}
