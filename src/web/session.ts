import type { Request } from 'express';
import { NotFound } from '../errors';
import type { Account } from '../people/accounts';
import { beginSignIn, endSignIn } from '../people/sign-ins';
import type { Welcomed } from '../people/single-sign-on/single-sign-on';

/**
 * Signs somebody in; whoever was in this browser before is out. Passport gives them a new session, so that an id planted
 * before is worth nothing.
 * @param provided by the word of whom, where they come from the identity provider
 */
export async function logIn(request: Request, account: Account, provided?: Welcomed['provided']): Promise<void> {
  const { user } = request;
  if (user) await endSignIn(user, user.signInId).catch(unlessGone);
  const signInId = await beginSignIn(account, request.get('User-Agent') ?? '', provided);
  await done((callback) => request.logIn({ ...account, signInId, seenAt: new Date() }, callback));
}

/**
 * Signs out whoever is signed in.
 * @returns ids of the sign-ins that ended
 */
export async function logOut(request: Request): Promise<string[]> {
  const { user } = request;
  if (user) await endSignIn(user, user.signInId).catch(unlessGone);
  await done((callback) => request.logOut(callback));
  return user ? [user.signInId] : [];
}

/**
 * By which sign-in somebody is here. For controllers whose route is guarded.
 * @throws Error when nobody is signed in: then the route lacks its guard
 */
export function signInOf({ user }: Request): string {
  if (!user) throw new Error('a controller for employees was reached without a guard');
  return user.signInId;
}

/** Ended from elsewhere in the same moment. */
function unlessGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}

function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}
