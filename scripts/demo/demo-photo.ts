import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../src/config';
import type { PictureName } from './pictures';

/** @returns where the drawn picture of that name is kept */
export function demoPhotoFile(name: PictureName): string {
  return path.join(projectRoot, 'scripts/demo/photos', `${name}.jpg`);
}

/** A demo picture as an upload, as a phone would send it. */
export async function demoPhoto(name: PictureName): Promise<{ fileName: string; bytes: Buffer }> {
  return { fileName: `${name}.jpg`, bytes: await readFile(demoPhotoFile(name)) };
}
