import { readFile } from 'node:fs/promises';
import type { Fingerprint } from '../domain/fingerprint';
import type { Region } from '../domain/photo';
import { NotFound } from '../errors';
import { fingerprintOf, prepareInTurn } from './accept';
import { blurRegions } from './blur';
import type { PreparedPhoto } from './photo-files';
import { decode, type Pixels } from './pixels';

/** Takes the fingerprint of a photo that is kept already. @param file of its large size */
export async function takeFromFile(file: string): Promise<Fingerprint> {
  return fingerprintOf(await pixelsOf(file));
}

/**
 * Makes another photo of one that is kept already, in which some parts cannot be recognized.
 * @param file of its large size
 * @throws NotFound when the disk has lost it
 */
export async function blurFromFile(file: string, regions: readonly Region[]): Promise<PreparedPhoto> {
  return prepareInTurn(async () => blurRegions(await unlessLost(pixelsOf(file)), regions));
}

async function pixelsOf(file: string): Promise<Pixels> {
  return decode(await readFile(file));
}

async function unlessLost<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new NotFound() : error;
  }
}
