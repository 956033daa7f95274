import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { BadRequest } from '../../errors';
import { claimSubmission, keepSubmission, releaseSubmission } from '../../submissions/submissions';
import { formKeyField, isFormKey } from '../form-keys';
import type { Guard } from '../guards';
import { uploadsOf } from './upload';

declare global {
  namespace Express {
    interface Request {
      /** Fingerprint of the form that was sent, where it carries the key of its page; set by `once`. */
      submission?: string;
    }
  }
}

/** Stands in the store for the secret in a customer's address. */
const tokenMark = ':token';

/** Goes between reading a form and doing what it asks for. */
export type Once = (guard: Guard) => RequestHandler;

/**
 * Does once what was sent twice: a form carries the key of its page, and the same form with the same words is answered
 * with where the first one led, even while that is still being worked on. What was refused may be sent again.
 * Requests without a key are done as often as they come.
 * @param onError told when an answer could not be remembered
 */
export function once(onError: (error: unknown) => void): Once {
  return (guard) => async (request, response, next) => {
    const key = takeKey(request);
    // Whoever signs in gets a session with the answer; another answer would lead them in without it.
    if (key === undefined || guard.name === 'anyone') return next();
    const id = fingerprintOf(request, key);
    request.submission = id;
    const location = await claimSubmission(id);
    if (location !== undefined) return response.redirect(303, opened(location, request));
    const claimedBy = new Date();
    whenAnswered(response, () => settle({ id, claimedBy }, request, response).catch(onError));
    next();
  };
}

/** The key is no field of any form's own. */
function takeKey({ body }: Request): string | undefined {
  if (typeof body !== 'object' || body === null || !(formKeyField in body)) return undefined;
  const { [formKeyField]: key } = body;
  delete body[formKeyField];
  if (!isFormKey(key)) throw new BadRequest('error.badRequest');
  return key;
}

/** What was typed belongs to it: whoever comes back to a page and says something else means something else. */
function fingerprintOf(request: Request, key: string): string {
  const files = uploadsOf(request).map(({ fileName, bytes }) => [fileName, digest(bytes)]);
  const sender = request.viewer.actor?.id ?? '';
  return digest(JSON.stringify([sender, request.path, key, Object.entries(request.body), files]));
}

function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** Not at the event `finish`: an impatient browser has hung up by then, but its second request waits for this answer. */
function whenAnswered(response: Response, tell: () => void): void {
  const { end } = response;
  response.end = ((...given: Parameters<typeof end>) => {
    response.end = end;
    tell();
    return end.apply(response, given);
  }) as typeof end;
}

interface Claim {
  id: string;
  claimedBy: Date;
}

async function settle({ id, claimedBy }: Claim, request: Request, response: Response): Promise<void> {
  const location = response.get('Location');
  if (response.statusCode === 303 && location) await keepSubmission(id, closed(location, request));
  else await releaseSubmission(id, claimedBy);
}

function closed(location: string, { params: { token } }: Request): string {
  return typeof token === 'string' ? location.replaceAll(token, tokenMark) : location;
}

function opened(location: string, { params: { token } }: Request): string {
  return typeof token === 'string' ? location.replaceAll(tokenMark, token) : location;
}
