import { createHash, randomUUID } from 'node:crypto';
import { Types } from 'mongoose';

/*
 * Ids of what a form brings about. They are the same each time it is sent: whoever got no answer, because the store went
 * at that moment, sends it again, and nobody can say whether it was done. What bears the id says so. Without a form each
 * id is new.
 */

/**
 * @param submission fingerprint of the form; undefined where none was sent
 * @param asked what the id is for, as one form may bring about several things
 * @returns a UUID of version 8, made of a digest (RFC 9562, section 5.8)
 */
export function uuidFor(submission: string | undefined, ...asked: string[]): string {
  if (!submission) return randomUUID();
  const hex = digest(submission, asked);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(12, 15)}`, `a${hex.slice(15, 18)}`, hex.slice(18, 30)].join(
    '-',
  );
}

/** @returns the id of a record */
export function recordIdFor(submission: string | undefined, ...asked: string[]): Types.ObjectId {
  return new Types.ObjectId(submission && digest(submission, asked).slice(0, 24));
}

function digest(submission: string, asked: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([submission, ...asked]))
    .digest('hex');
}
