import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { StatusLink } from '../models/customer';

const validDays = 365;
const dayMs = 24 * 60 * 60 * 1000;

/** Makes and reads the secret links to status pages. */
export interface StatusLinks {
  /** A fresh link, valid for a year. */
  issue(): StatusLink;
  /** The token that stands in the address: 256 bits, base64url. */
  tokenOf(link: StatusLink): string;
}

/**
 * A token is the HMAC of the link's random nonce under a key of the server: agents can be shown the link again, while
 * a copy of the database alone opens no status page, since it holds only nonces and hashes.
 * @param secret the server's secret; another one makes every link void
 */
export function createStatusLinks(secret: string): StatusLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus status link', 32));
  const tokenOf = ({ nonce }: Pick<StatusLink, 'nonce'>) => createHmac('sha256', key).update(nonce).digest('base64url');
  return {
    tokenOf,
    issue() {
      const nonce = randomBytes(32).toString('base64url');
      return { nonce, hash: hashOf(tokenOf({ nonce })), expiresAt: new Date(Date.now() + validDays * dayMs) };
    },
  };
}

/** @returns what of a token is stored, SHA-256 in hex */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
