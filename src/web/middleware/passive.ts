import type { Request, RequestHandler } from 'express';
import { isPresencePath } from '../presence-path';

/**
 * What a page asks for by itself, such as its own newest state, is no sign that somebody sits before it: it keeps no
 * session alive, and the sentence meant for the next page waits for that.
 */
export const passive: RequestHandler = (request, _response, next) => {
  // Without a session on the request, none is touched when it ends. Its id stays.
  if (isPassive(request)) Reflect.deleteProperty(request, 'session');
  next();
};

function isPassive(request: Request): boolean {
  if (request.method === 'POST') return isPresencePath(request.path);
  return request.get('X-Live') !== undefined || request.get('Accept') === 'text/event-stream';
}
