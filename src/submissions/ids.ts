import { createHash } from 'node:crypto';

/*
 * Ids of what a form brings about. They are the same each time it is sent: whoever got no answer, because the store went
 * at that moment, sends it again, and nobody can say whether it was done. What bears the id says so.
 */

/**
 * @param submission fingerprint of the form
 * @param asked what the id is for, as one form may bring about several things
 * @returns a UUID of version 8, made of a digest (RFC 9562, section 5.8)
 */
export function uuidFor(submission: string, ...asked: string[]): string {
  const hex = digest(submission, asked);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(12, 15)}`, `a${hex.slice(15, 18)}`, hex.slice(18, 30)].join(
    '-',
  );
}

/** @returns the id of a record, 24 hexadecimal digits */
export function recordIdFor(submission: string, ...asked: string[]): string {
  return digest(submission, asked).slice(0, 24);
}

function digest(submission: string, asked: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([submission, ...asked]))
    .digest('hex');
}
