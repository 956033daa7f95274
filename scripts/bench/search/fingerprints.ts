import { type Fingerprint, fingerprintVersion } from '../../../src/domain/fingerprint';
import { chanceFrom } from './descriptions';

/** Of eight spots, one looks like spots of many other photos: eyes, buttons, dots. */
const popular = 300;

/** @returns fingerprints as photos would give them: colours of a few kinds, forty spots; the same for the same seed */
export function fingerprintsOf(count: number, seed: number): Fingerprint[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => fingerprintOf(chance));
}

function fingerprintOf(chance: () => number): Fingerprint {
  const bytes = (length: number, valueAt: () => number) => Uint8Array.from({ length }, () => Math.floor(valueAt()));
  const hue = Math.floor(chance() ** 2 * 40);
  const colours = bytes(147, () => 0);
  for (let bin = 0; bin < 8; bin += 1) colours[(hue * 3 + Math.floor(chance() * 24)) % 147] = 10 + chance() * 60;
  return {
    version: fingerprintVersion,
    hashes: Array.from({ length: 7 }, () => Buffer.from(bytes(8, () => chance() * 256)).toString('hex')),
    colours,
    layout: bytes(256, () => 100 + hue + chance() * 60),
    edges: bytes(32, () => chance() * 256),
    spots: Buffer.concat(Array.from({ length: 40 }, () => spotOf(chance))),
  };
}

function spotOf(chance: () => number): Uint8Array {
  const code = chance() < 1 / 8 ? chanceFrom(Math.floor(chance() ** 2 * popular)) : chance;
  const place = Uint8Array.from([0, 1, 2, 3], (part) => (part === 2 ? 20 + chance() * 60 : chance() * 256));
  return Buffer.concat([place, Uint8Array.from({ length: 16 }, () => code() * 256)]);
}
