import { Strategy } from 'passport-local';
import { type Account, findCredentials } from './accounts';
import { nobodysHash, verifyPassword } from './password';
import type { SignInLimit } from './sign-in-limit';

/**
 * Signing in with e-mail address and password. Passport gets the account, or `false` for "no" without a reason:
 * whether the account does not exist, is not in use any more, is the provider's to let in, or the password is wrong is not told apart, in words nor in time.
 * Too many failures reach Passport as the error `TooMany`.
 */
export function signInStrategy(limit: SignInLimit): Strategy {
  void nobodysHash();
  return new Strategy({ usernameField: 'email', passReqToCallback: true }, (request, email, password, done) => {
    const attempt = { email, address: request.ip ?? '' };
    // Passport calls a user whoever may come in; their sign-in begins when they do.
    const decided = (account: Account | undefined) => done(null, (account as Express.User | undefined) ?? false);
    signIn(limit, attempt, password).then(decided, done);
  });
}

async function signIn(
  limit: SignInLimit,
  attempt: { email: string; address: string },
  password: string,
): Promise<Account | undefined> {
  await limit.count(attempt);
  const credentials = await findCredentials(attempt.email);
  const right = await verifyPassword(password, credentials?.passwordHash);
  if (!credentials?.account.active || credentials.account.external || !right) return undefined;
  await limit.forgive(attempt);
  return credentials.account;
}
