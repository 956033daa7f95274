import sharp from 'sharp';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import type { View } from './fingerprint/plane';

/** Long edge of what a ThumbHash is taken of: it keeps at most seven waves along each edge. */
const hashEdge = 32;

/**
 * What is shown until the photo is there: its ThumbHash, drawn. The drawing is kept rather than the hash, as a page of
 * two dozen cards would spend longer drawing them than answering.
 * @returns base64 of a WebP of a few hundred bytes
 */
export async function placeholderOf({ data, width, height }: View): Promise<string> {
  const small = sharp(data, { raw: { width, height, channels: 3 } }).resize(hashEdge, hashEdge, { fit: 'inside' });
  const { data: rgba, info } = await small.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const drawn = thumbHashToRGBA(rgbaToThumbHash(info.width, info.height, rgba));
  const raw = { width: drawn.w, height: drawn.h, channels: 4 as const };
  const webp = await sharp(drawn.rgba, { raw }).removeAlpha().webp({ quality: 50 }).toBuffer();
  return webp.toString('base64');
}
