import { readFile } from 'node:fs/promises';
import type { Fingerprint } from '../domain/fingerprint';
import { fingerprintOf } from './accept';
import { decode } from './pixels';

/** Takes the fingerprint of a photo that is kept already. @param file of its large size */
export async function takeFromFile(file: string): Promise<Fingerprint> {
  return fingerprintOf(await decode(await readFile(file)));
}
