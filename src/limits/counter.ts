import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../errors';
import { AttemptModel } from '../models/attempt';

/** So many times within so many seconds. */
export interface Limit {
  readonly times: number;
  readonly seconds: number;
}

/** Counts what somebody does, over all processes and restarts. */
export interface Counter {
  /**
   * Counts once more.
   * @param who whatever tells one from another; kept as a digest, so that a stolen list of counters names nobody
   * @throws TooMany with the seconds to wait
   */
  count(who: string): Promise<void>;
  /** Takes one time off again. */
  forgiveOne(who: string): Promise<void>;
  /** Begins anew. */
  forgiveAll(who: string): Promise<void>;
}

/**
 * @param name of what is counted; counters of one name are one counter
 * @param refusal locale key of what somebody reads who comes too often
 */
export function createCounter(connection: Connection, name: string, limit: Limit, refusal: string): Counter {
  const limiter = new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: AttemptModel.collection.name,
    // The model has made them.
    disableIndexesCreation: true,
    keyPrefix: name,
    points: limit.times,
    duration: limit.seconds,
  });

  async function count(who: string): Promise<void> {
    try {
      await limiter.consume(digest(who));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooMany(refusal, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  return {
    count,
    forgiveOne: async (who) => void (await limiter.reward(digest(who))),
    forgiveAll: async (who) => void (await limiter.delete(digest(who))),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
