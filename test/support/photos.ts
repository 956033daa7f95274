import sharp from 'sharp';
import type { Upload } from '../../src/appeals/with-photos';

/** @returns a small photo; each colour is another picture */
export async function photo(colour = '#c02020', fileName = 'photo.png'): Promise<Upload> {
  const bytes = await sharp({ create: { width: 12, height: 8, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return { fileName, bytes };
}

/** @returns a photo of which one half differs from the other */
export async function twoColours(colour: string, width = 240, height = 160): Promise<Upload> {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: '#f0f0f0' } };
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: width / 4, top: 0 }])
    .png()
    .toBuffer();
  return { fileName: 'photo.png', bytes };
}
