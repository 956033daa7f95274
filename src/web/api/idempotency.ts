import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { BadRequest, InvalidInput } from '../../errors';
import { claimSubmission, keepSubmission, releaseSubmission } from '../../submissions/submissions';
import { uploadsOf } from '../middleware/upload';
import { actorOf } from '../viewer';

/** What stands in the address of the outcome. */
type Outcome = Record<string, string>;

/** Does what is asked for; `submission` is the fingerprint of a request with a key. */
type Run = (submission: string | undefined) => Promise<Outcome>;

/**
 * Does once what was sent twice under one `Idempotency-Key`, even while the first is still being worked on. What was
 * refused may be sent again.
 * @param run what is asked for
 * @returns the outcome, and whether it is that of an earlier request
 * @throws BadRequest when the key is none
 * @throws InvalidInput when the key was used for something else
 */
export async function doneOnce(request: Request, run: Run): Promise<{ outcome: Outcome; again: boolean }> {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return { outcome: await run(undefined), again: false };
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new BadRequest('api.badKey');
  const id = digest(['api', actorOf(request).id, request.path, key]);
  const sent = digest([request.body, uploadsOf(request).map(({ bytes }) => digest(bytes.toString('base64')))]);
  const kept = await claimSubmission(id);
  if (kept !== undefined) return { outcome: outcomeOf(kept, sent), again: true };
  const claimedBy = new Date();
  try {
    const outcome = await run(digest([id, sent]));
    await keepSubmission(id, JSON.stringify({ sent, outcome }));
    return { outcome, again: false };
  } catch (error) {
    // The answer does not wait for a store that is gone; whoever sends it again does.
    void releaseSubmission(id, claimedBy).catch(() => undefined);
    throw error;
  }
}

function outcomeOf(kept: string, sent: string): Outcome {
  const before = JSON.parse(kept) as { sent: string; outcome: Outcome };
  if (before.sent !== sent) throw new InvalidInput('api.keyReused');
  return before.outcome;
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
