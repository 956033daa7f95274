import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { AccountActor } from '../domain/actor';
import { type ApiScope, scopesFor } from '../domain/api-scopes';
import { InvalidInput } from '../errors';
import { ApiTokenModel, type ApiTokenRecord } from '../models/api-token';
import { type Account, findAccount } from './accounts';

/** More than anybody looks through. */
const mostTokens = 20;
const dayMs = 24 * 60 * 60 * 1000;
/** By this a token is known where one was left lying about. */
const prefix = 'fundus_';

/** What somebody wants of a new token. */
export interface NewApiToken {
  name: string;
  scopes: readonly ApiScope[];
  /** After so many days it is void. */
  days: number;
}

/** Whom a token stands for, and what it may be used for. */
export interface TokenBearer {
  tokenId: string;
  account: Account;
  scopes: readonly ApiScope[];
}

/** Tokens of the API. */
export interface ApiTokens {
  /**
   * Makes one.
   * @returns its nonce, from which `secretOf` makes the token; neither is kept
   * @throws InvalidInput when it asks for more than its account may do, or there are too many
   */
  make(actor: AccountActor, given: NewApiToken): Promise<string>;
  /** @returns the token of a nonce, as whoever uses it sends it */
  secretOf(nonce: string): string;
  /** @returns undefined when it is void, too old, or its account is not in use */
  bearerOf(token: string): Promise<TokenBearer | undefined>;
}

/** @param secret the server's; with it alone a nonce is of use, so that one may wait in a session to be shown */
export function createApiTokens(secret: string): ApiTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus api token', 32));
  const secretOf = (nonce: string) => prefix + createHmac('sha256', key).update(nonce).digest('base64url');

  return {
    secretOf,
    async make(actor, { name, scopes, days }) {
      if (!scopes.every((scope) => scopesFor(actor).includes(scope)))
        throw new InvalidInput('error.invalidInput', { scopes: 'error.field.choose' });
      if ((await ApiTokenModel.countDocuments({ account: actor.id })) >= mostTokens)
        throw new InvalidInput('token.tooMany', { name: 'token.tooMany' }, { mostTokens });
      const nonce = randomBytes(32).toString('base64url');
      const now = new Date();
      await ApiTokenModel.create({
        account: actor.id,
        name,
        scopes: [...scopes],
        hash: hashOf(secretOf(nonce)),
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * dayMs),
      });
      return nonce;
    },
    async bearerOf(token) {
      const record = await ApiTokenModel.findOne({ hash: hashOf(token), expiresAt: { $gt: new Date() } }).lean();
      const account = record ? await findAccount(record.account) : undefined;
      if (!record || !account?.active) return undefined;
      await rememberUse(record);
      return { tokenId: record._id.toHexString(), account, scopes: record.scopes };
    },
  };
}

/** By the day alone: nobody's hours at work are to be read from it. */
async function rememberUse({ _id, usedOn }: ApiTokenRecord): Promise<void> {
  const today = new Date(new Date().setUTCHours(0, 0, 0, 0));
  if (usedOn?.getTime() === today.getTime()) return;
  await ApiTokenModel.updateOne({ _id }, { $set: { usedOn: today } });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
