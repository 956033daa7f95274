import { type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { NotFound } from '../../errors';
import type { Counter } from '../../limits/counter';
import { link } from '../../paths';
import type { ApiTokens } from '../../people/api-tokens';
import { param } from '../controllers/params';
import { actorOf } from '../viewer';
import { allowed } from './allowed';
import { bearer, stranger } from './bearer';
import { body, photosIn, sentIn } from './body';
import { doneOnce } from './idempotency';
import type { Call, Command, Operation, Reading, Shown } from './operation';
import { problems } from './problem';
import { tagOf, versionIn } from './versions';

/** A file the API hands out, such as a photo. */
export interface FileRoute {
  readonly path: string;
  readonly scope: Operation['scope'];
  readonly send: RequestHandler;
}

/** What the API consists of, and who watches over it. */
export interface ApiParts {
  readonly operations: readonly Operation[];
  readonly files: readonly FileRoute[];
  /** Its description, which anybody may read. */
  readonly description: { readonly path: string; readonly send: RequestHandler };
  readonly tokens: ApiTokens;
  readonly limits: { readonly requests: Counter; readonly guesses: Counter; readonly writes: Counter };
  readonly logger: Logger;
  readonly production: boolean;
}

/**
 * The API: a door of its own, before there is any session. Programs come in by their token alone, so no other site can
 * use somebody's cookie here, and no site is told by CORS that it may ask.
 * @param root everything below it is the API's to answer
 */
export function api(root: string, parts: ApiParts): Router {
  const router = Router();
  const known = bearer(parts.tokens, parts.limits);
  const counted = counting(parts.limits.writes);
  router.use(root, stranger);
  router.get(parts.description.path, parts.description.send);
  for (const operation of parts.operations) {
    const doors = [known, allowed(operation)];
    if (operation.method === 'get') router.get(operation.path, ...doors, answering(operation));
    else router.post(operation.path, ...doors, counted, body(operation), doing(operation));
  }
  for (const { path, scope, send } of parts.files) router.get(path, known, allowed({ guard: 'signedIn', scope }), send);
  router.use(root, () => {
    throw new NotFound();
  });
  router.use(root, problems(parts.logger, parts.production));
  return router;
}

/** An account may change no more by its programs than by hand. */
function counting(writes: Counter): RequestHandler {
  return async (request, _response, next) => {
    await writes.count(actorOf(request).id);
    next();
  };
}

function answering(operation: Reading): RequestHandler {
  return async (request, response) => {
    const call = callOf(request, undefined);
    send(response, 200, await operation.read({ ...call, query: request.query }));
  };
}

function doing(operation: Command): RequestHandler {
  return async (request, response) => {
    const call = callOf(request, versionIn(request, operation.needsVersion));
    const sent = sentIn(request);
    const photos = photosIn(request, operation.mostPhotos);
    const { outcome, again } = await doneOnce(request, (submission) =>
      operation.run({ ...call, sent, photos, submission }),
    );
    const shown = await operation.next.read({ ...call, param: (name) => outcome[name] ?? '' });
    if (again) response.set('Idempotent-Replayed', 'true');
    if (operation.status === 201) response.location(link(operation.next.path, outcome));
    send(response, operation.status, shown);
  };
}

function callOf(request: Parameters<RequestHandler>[0], onlyVersion: number | undefined): Call {
  return {
    actor: actorOf(request),
    language: request.viewer.language,
    param: (name) => param(request, name),
    query: {},
    sent: {},
    photos: [],
    onlyVersion,
  };
}

function send(response: Parameters<RequestHandler>[1], status: number, shown: Shown): void {
  response.status(status).set('ETag', tagOf(shown)).json(shown.json);
}
