import { createHash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import sharp, { type Sharp } from 'sharp';
import type { View } from './fingerprint/plane';
import { photoSizes } from './photo-files';
import { maxMegapixels } from './refusal';

/** Upright sRGB pixels, three bytes each, no metadata: all that is kept of what was sent. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Counted in 1024s: phones sold as having 50 megapixels have 8160 x 6144, which is a little more. */
export const maxPixels = maxMegapixels * 1024 * 1024;

/** A picture that takes longer is made to take long, as progressive JPEGs of thousands of scans are. */
const decodeSeconds = 20;

/** Bytes hashed in well under a millisecond. */
const hashedAtOnce = 512 * 1024;

/** Long edge of the picture a fingerprint is taken of. */
const viewEdge = 256;

/** Opens for decoding. Of an animation only the first frame is read, which is Sharp's default. */
function open(bytes: Buffer): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels });
}

/** Opens for reading the header alone; no pixel is decoded, so the size may be anything. */
export function openHeader(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: false });
}

/**
 * Decodes, turns upright, converts to sRGB and shrinks to the large size.
 * Transparency is laid on white, as on paper: JPEG has none, and both formats must look the same.
 * @throws Error of Sharp when the data ends early or makes no sense
 */
export async function decode(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await shrink(open(bytes).autoOrient(), photoSizes.large)
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .timeout({ seconds: decodeSeconds })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Encodes the pixels as JPEG, so that the long edge measures at most `longEdge`. */
export function encode({ data, width, height }: Pixels, longEdge: number): Promise<Buffer> {
  const picture = shrink(sharp(data, { raw: { width, height, channels: 3 } }), longEdge);
  return picture.jpeg({ quality: 82, progressive: true }).toBuffer();
}

/**
 * Names the picture by what it shows: dimensions and every pixel. Hashed a piece at a time, so that others are answered
 * in between, and without a copy: megabytes thrown away make the whole process clear up its memory.
 */
export async function identityOf({ data, width, height }: Pixels): Promise<string> {
  const hash = createHash('sha256').update(`${width}x${height}\n`);
  for (let start = 0; start < data.length; start += hashedAtOnce) {
    hash.update(data.subarray(start, start + hashedAtOnce));
    await othersTurn();
  }
  return hash.digest('hex');
}

/** Shrinks the pixels to what a fingerprint is taken of. */
export async function viewOf({ data, width, height }: Pixels): Promise<View> {
  const shrunk = shrink(sharp(data, { raw: { width, height, channels: 3 } }), viewEdge);
  const { data: small, info } = await shrunk.raw().toBuffer({ resolveWithObject: true });
  return { data: small, width: info.width, height: info.height };
}

function shrink(picture: Sharp, longEdge: number): Sharp {
  return picture.resize(longEdge, longEdge, { fit: 'inside', withoutEnlargement: true });
}
