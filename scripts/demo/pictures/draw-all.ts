import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { demoPhotoFile } from '../demo-photo';
import { drawPicture, pictureNames } from '.';

/** Draws all demo pictures anew: `npm run demo:draw`. They are kept, as drawing them takes longer than a first start may. */
async function drawAll(): Promise<void> {
  for (const name of pictureNames) {
    const file = demoPhotoFile(name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await fitted(await drawPicture(name)));
    process.stdout.write(`${name}\n`);
  }
}

/** As large as a board needs it: a first start takes in every one of them. */
function fitted(picture: Buffer): Promise<Buffer> {
  return sharp(picture).resize({ width: 1200, height: 1200, fit: 'inside' }).jpeg({ quality: 86 }).toBuffer();
}

void drawAll();
