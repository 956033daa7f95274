import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { AuditEntryRecord } from '../models/audit-entry';
import type { AuditWordsRecord } from '../models/audit-words';

/** Where the chain stands: an entry's number and its seal. */
export interface Link {
  readonly number: number;
  readonly seal: string;
}

/** An entry that was not sealed yet. */
export type Unsealed = Omit<AuditEntryRecord, 'seal'>;

/** Before the first entry. */
export const beginning: Link = { number: 0, seal: '' };

/** Seals entries and the head: nobody without the secret makes a seal that fits. */
export interface Seals {
  /** @param former seal of the entry before */
  sealOf(entry: Unsealed, former: string): string;
  /** What an entry holds of somebody's words. */
  digestOf(said: Pick<AuditWordsRecord, 'appeal' | 'words' | 'salt'>): string;
  /** Proof of where the audit ends. */
  proofOf(head: Link): string;
}

/** @param secret the server's; with another one nothing fits any more */
export function createSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus audit', 32));
  const hmac = (parts: readonly unknown[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  return {
    sealOf: (entry, former) => hmac(['entry', ...canonical(entry), former]),
    digestOf: ({ appeal, words, salt }) => hmac(['words', appeal, words, salt]),
    proofOf: ({ number, seal }) => hmac(['head', number, seal]),
  };
}

/** Always the same fields in the same order, whatever order a database gives them in. */
function canonical({ _id, at, by, roles, action, object, reason, words, detail, request }: Unsealed): unknown[] {
  return [_id, at.toISOString(), by, roles, action, object, reason, words, detail, request];
}

/** Compares without telling by the time it takes how much is right. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
