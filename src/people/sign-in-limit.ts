import type { Connection } from 'mongoose';
import { createCounter } from '../limits/counter';
import { normalEmail } from './accounts';

const seconds = 15 * 60;
const refusal = 'signIn.tooOften';

/** Who tries to sign in, from where. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
}

export interface SignInLimit {
  /**
   * Counts an attempt before its password is looked at, so that many at once do not slip through together.
   * @throws TooMany with the seconds to wait
   */
  count(attempt: Attempt): Promise<void>;
  /** Takes a successful attempt off again, and all failures of this person from this address. */
  forgive(attempt: Attempt): Promise<void>;
}

/** Limits guessing: how many attempts may fail within a quarter of an hour. A whole office may share one address. */
export function createSignInLimit(connection: Connection): SignInLimit {
  const perAddress = createCounter(connection, 'address', { times: 100, seconds }, refusal);
  const perAccount = createCounter(connection, 'account', { times: 5, seconds }, refusal);

  async function count(attempt: Attempt): Promise<void> {
    await perAddress.count(attempt.address);
    await perAccount.count(accountOf(attempt));
  }

  async function forgive(attempt: Attempt): Promise<void> {
    await perAccount.forgiveAll(accountOf(attempt));
    await perAddress.forgiveOne(attempt.address);
  }

  return { count, forgive };
}

function accountOf(attempt: Attempt): string {
  return `${normalEmail(attempt.email)}\n${attempt.address}`;
}
