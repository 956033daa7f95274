import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../errors';

const minimumLength = 10;
export const maximumLength = 200;

/** Argon2id, the library's default kind, with the parameters OWASP names first: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * @returns the hash to keep, in the PHC string format
 * @throws InvalidInput on the field `password` when it is too short
 */
export async function hashPassword(password: string): Promise<string> {
  const normal = normalised(password);
  if (normal.length < minimumLength) {
    throw new InvalidInput(
      'people.passwordTooShort',
      { password: 'people.passwordTooShort' },
      { minimum: minimumLength },
    );
  }
  return hash(normal, cost);
}

/**
 * @param kept hash of the account; undefined when there is none: then a hash of nobody's password is checked, so that
 * the time taken does not tell whether the account exists
 */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const matches = await verify(kept ?? (await nobodysHash()), normalised(password));
  return kept !== undefined && matches;
}

let nobodys: Promise<string> | undefined;

/** Made once; calling it early keeps the making out of the first sign-in's time. */
export function nobodysHash(): Promise<string> {
  nobodys ??= hash(randomUUID(), cost);
  return nobodys;
}

/** The same letters typed on another keyboard may come in other code points. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
