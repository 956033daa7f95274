import type { RequestHandler } from 'express';
import type { Role } from '../domain/actor';
import { Forbidden } from '../errors';
import { paths } from '../paths';
import { flash } from './flash';
import { seeOther } from './page';

/** Who may enter a route. The name stands in the table of routes and in the authorization matrix of the tests. */
export interface Guard {
  readonly name:
    | 'anyone'
    | 'signedIn'
    | Role
    | 'agentOrAdmin'
    | 'statusLink'
    | 'inquiryLink'
    | 'publicClaims'
    | 'singleSignOn'
    | 'metricsToken';
  readonly check: RequestHandler;
}

/** Open to everybody, by decision. */
export const anyone: Guard = { name: 'anyone', check: (_request, _response, next) => next() };

/** Employees; everybody else is sent to the sign-in page and comes back to the page they wanted to read. */
export const signedIn: Guard = {
  name: 'signedIn',
  check: (request, response, next) => {
    if (request.viewer.actor) return next();
    flash(request, 'signIn.first', {}, 'notice');
    seeOther(response, isRead(request.method) ? signInAndReturn(request.originalUrl) : paths.signIn);
  },
};

export const agent = withRole('agent');
export const admin = withRole('admin');
export const agentOrAdmin = withRole('agent', 'admin');

type Roles = [Role] | ['agent', 'admin'];

function withRole(...roles: Roles): Guard {
  return {
    name: roles.length === 2 ? 'agentOrAdmin' : roles[0],
    check: (request, response, next) => {
      if (!request.viewer.actor) return signedIn.check(request, response, next);
      if (!roles.some((role) => request.viewer.roles.includes(role))) throw new Forbidden('error.forbidden');
      next();
    },
  };
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function signInAndReturn(next: string): string {
  return `${paths.signIn}?${new URLSearchParams({ next })}`;
}
