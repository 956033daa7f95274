import type { Request } from 'express';
import type { Account } from '../people/accounts';

/** Signs somebody in. Passport gives them a new session, so that an id planted before is worth nothing. */
export function logIn(request: Request, account: Account): Promise<void> {
  return done((callback) => request.logIn(account, callback));
}

/** Signs out whoever is signed in. */
export function logOut(request: Request): Promise<void> {
  return done((callback) => request.logOut(callback));
}

function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}
