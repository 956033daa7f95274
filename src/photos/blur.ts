import sharp from 'sharp';
import type { Region } from '../domain/photo';
import type { Pixels } from './pixels';

/** Cells along the longer edge of what is hidden: too few to tell a face, a name or a number plate from. */
const cells = 6;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Makes parts of a picture unrecognizable: of each, only a few colours are kept, and they run into each other.
 * @param regions in percent; their edges are rounded outwards
 */
export async function blurRegions(pixels: Pixels, regions: readonly Region[]): Promise<Pixels> {
  const patches = [];
  for (const region of regions) patches.push(await patchFor(pixels, boxOf(pixels, region)));
  const data = await opened(pixels).composite(patches).removeAlpha().raw().toBuffer();
  return { data, width: pixels.width, height: pixels.height };
}

function boxOf({ width, height }: Pixels, region: Region): Box {
  const [left, right] = edges(region.left, region.width, width);
  const [top, bottom] = edges(region.top, region.height, height);
  return { left, top, width: right - left, height: bottom - top };
}

/** @returns first pixel, and the one after the last; there is at least one between */
function edges(from: number, extent: number, length: number): [number, number] {
  const first = Math.min(Math.floor((from * length) / 100), length - 1);
  const end = Math.min(Math.ceil(((from + extent) * length) / 100), length);
  return [first, Math.max(end, first + 1)];
}

/** Sharp resizes once in a pipeline, so the few colours are taken first, and spread afterwards. */
async function patchFor(pixels: Pixels, box: Box) {
  const { left, top, width, height } = box;
  const longEdge = Math.max(width, height);
  const count = (edge: number) => Math.max(1, Math.round((cells * edge) / longEdge));
  const [across, down] = [count(width), count(height)];
  const few = await opened(pixels).extract(box).resize(across, down, { fit: 'fill' }).raw().toBuffer();
  const input = await opened({ data: few, width: across, height: down })
    .resize(width, height, { fit: 'fill', kernel: 'nearest' })
    .blur(Math.max(0.5, longEdge / cells / 3))
    .raw()
    .toBuffer();
  return { input, raw: { width, height, channels: 3 as const }, left, top };
}

function opened({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
