import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { type IRateLimiterMongoOptions, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../errors';
import { normalEmail } from './accounts';

const quarterHour = 15 * 60;

/** How many attempts may fail within a quarter of an hour. A whole office may share one address. */
const limits = { perAccountAndAddress: 5, perAddress: 100 } as const;

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

/** Limits guessing; the counters live in the store, so that a restart or a second process does not forget them. */
export function createSignInLimit(connection: Connection): SignInLimit {
  const perAddress = limiter(connection, 'address', limits.perAddress);
  // In the same collection, of which the first makes the indexes.
  const perAccount = limiter(connection, 'account', limits.perAccountAndAddress, { disableIndexesCreation: true });

  async function count(attempt: Attempt): Promise<void> {
    await consume(perAddress, addressKey(attempt));
    await consume(perAccount, accountKey(attempt));
  }

  async function forgive(attempt: Attempt): Promise<void> {
    await perAccount.delete(accountKey(attempt));
    await perAddress.reward(addressKey(attempt));
  }

  return { count, forgive };
}

function limiter(
  connection: Connection,
  keyPrefix: string,
  points: number,
  options: Partial<IRateLimiterMongoOptions> = {},
): RateLimiterMongo {
  return new RateLimiterMongo({
    ...options,
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: 'signinattempts',
    keyPrefix,
    points,
    duration: quarterHour,
  });
}

async function consume(from: RateLimiterMongo, key: string): Promise<void> {
  try {
    await from.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooMany('signIn.tooOften', Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

function accountKey(attempt: Attempt): string {
  return digest(`${normalEmail(attempt.email)}\n${attempt.address}`);
}

function addressKey(attempt: Attempt): string {
  return digest(attempt.address);
}

/** Counters need no names: a stolen list of them says nobody's address. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
