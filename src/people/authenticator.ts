import { Passport } from 'passport';
import type { Account } from './accounts';
import { accountOfSession, sessionKeyOf } from './session-key';
import type { SignInLimit } from './sign-in-limit';
import { signInStrategy } from './sign-in-strategy';

declare global {
  namespace Express {
    interface User extends Account {}
  }
}

export type Authenticator = InstanceType<typeof Passport>;

/**
 * Passport with our strategies. The session keeps no more than whose it is, so that a changed role counts from the
 * next request on, and an account that was removed or deactivated, or has another password, is signed out.
 */
export function createAuthenticator(limit: SignInLimit): Authenticator {
  const authenticator = new Passport();
  authenticator.use(signInStrategy(limit));
  authenticator.serializeUser((account, done) => {
    sessionKeyOf(account).then((key) => done(null, key), done);
  });
  authenticator.deserializeUser((key, done) => {
    accountOfSession(String(key)).then((account) => done(null, account ?? false), done);
  });
  return authenticator;
}
