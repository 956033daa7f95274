import { Passport } from 'passport';
import { accountOfSession, type SignedIn, sessionKeyOf } from './session-key';
import type { SignInLimit } from './sign-in-limit';
import { signInStrategy } from './sign-in-strategy';
import { goesOnBy, type SignInWays } from './sign-in-ways';

declare global {
  namespace Express {
    interface User extends SignedIn {}
  }
}

export type Authenticator = InstanceType<typeof Passport>;

/**
 * Passport with our strategies. The session keeps no more than whose it is and by which sign-in, so that a changed role
 * counts from the next request on, and whoever was removed, deactivated or signed out from elsewhere is out.
 */
export function createAuthenticator(limit: SignInLimit, ways: SignInWays): Authenticator {
  const goesOn = goesOnBy(ways);
  const authenticator = new Passport();
  authenticator.use(signInStrategy(limit));
  authenticator.serializeUser((account, done) => {
    sessionKeyOf(account).then((key) => done(null, key), done);
  });
  authenticator.deserializeUser((key, done) => {
    accountOfSession(String(key), goesOn).then((account) => done(null, account ?? false), done);
  });
  return authenticator;
}
