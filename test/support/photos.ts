import sharp from 'sharp';
import type { Upload } from '../../src/appeals/with-photos';

/** @returns a small photo; each colour is another picture */
export async function photo(colour = '#c02020', fileName = 'photo.png'): Promise<Upload> {
  const bytes = await sharp({ create: { width: 12, height: 8, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return { fileName, bytes };
}
