import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { AccountActor } from '../domain/actor';
import { NotFound } from '../errors';
import { FeedTokenModel } from '../models/feed-token';
import { type Account, findAccount } from '../people/accounts';

/** The tokens of personal feeds: a copy of the database alone opens none. */
export interface FeedTokens {
  /** @returns the token of somebody's feed; null where they have none */
  tokenOf(actor: AccountActor): Promise<string | null>;
  /** Makes a new one; the old is void. */
  renew(actor: AccountActor): Promise<void>;
  revoke(actor: AccountActor): Promise<void>;
  /**
   * @returns whose feed it is
   * @throws NotFound when it is nobody's
   */
  readerBy(token: string): Promise<Account>;
}

/** @param secret the server's secret; another one makes every token void */
export function createFeedTokens(secret: string): FeedTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus feed token', 32));
  const tokenFrom = (nonce: string) => createHmac('sha256', key).update(nonce).digest('base64url');

  return {
    async tokenOf({ id }) {
      const record = await FeedTokenModel.findById(id).lean();
      return record && tokenFrom(record.nonce);
    },
    async renew({ id }) {
      const nonce = randomBytes(32).toString('base64url');
      const record = { nonce, hash: hashOf(tokenFrom(nonce)) };
      await FeedTokenModel.updateOne({ _id: id }, { $set: record }, { upsert: true });
    },
    async revoke({ id }) {
      await FeedTokenModel.deleteOne({ _id: id });
    },
    async readerBy(token) {
      const record = await FeedTokenModel.findOne({ hash: hashOf(token) }).lean();
      const account = record ? await findAccount(record._id) : undefined;
      if (!account) throw new NotFound();
      return account;
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
