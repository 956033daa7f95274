import type { RequestHandler } from 'express';
import { NotFound } from '../errors';
import type { Services } from '../services';
import type { Guard } from './guards';

type Given = Pick<Services, 'signInWays'>;

/** Everybody, where people may sign in with an account they have elsewhere; otherwise nothing is there. */
export function bySingleSignOn(services: Given): Guard {
  return {
    name: 'singleSignOn',
    check: (_request, _response, next) => {
      if (!services.signInWays.singleSignOn) throw new NotFound();
      next();
    },
  };
}

/** Stands before what only passwords need; where nobody signs in with one, nothing is there. */
export function withPasswords(services: Given): RequestHandler {
  return (_request, _response, next) => {
    if (!services.signInWays.local) throw new NotFound();
    next();
  };
}
