import { Passport } from 'passport';
import { type Account, findAccount } from './accounts';
import type { SignInLimit } from './sign-in-limit';
import { signInStrategy } from './sign-in-strategy';

declare global {
  namespace Express {
    interface User extends Account {}
  }
}

export type Authenticator = InstanceType<typeof Passport>;

/**
 * Passport with our strategies. The session keeps the account's id alone, so that a changed role counts from the next
 * request on and a removed account is signed out.
 */
export function createAuthenticator(limit: SignInLimit): Authenticator {
  const authenticator = new Passport();
  authenticator.use(signInStrategy(limit));
  authenticator.serializeUser((account, done) => done(null, account.id));
  authenticator.deserializeUser((id, done) => {
    findAccount(String(id)).then((account) => done(null, account ?? false), done);
  });
  return authenticator;
}
