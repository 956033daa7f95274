import { createHash, timingSafeEqual } from 'node:crypto';
import { isObjectIdOrHexString } from 'mongoose';
import { NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { type Account, accountOf } from './accounts';

/**
 * What a session keeps of an account: its id and a stamp of its password, so that a session ends when the password
 * changes.
 * @throws NotFound when the account has gone meanwhile
 */
export async function sessionKeyOf({ id }: Pick<Account, 'id'>): Promise<string> {
  const record = await AccountModel.findById(id, { passwordHash: 1 }).lean();
  if (!record) throw new NotFound();
  return `${id}.${stampOf(record.passwordHash)}`;
}

/** @returns the account of a session; undefined when it is gone, not in use any more, or has another password */
export async function accountOfSession(key: string): Promise<Account | undefined> {
  const [id = '', stamp = ''] = key.split('.');
  if (!isObjectIdOrHexString(id)) return undefined;
  const record = await AccountModel.findById(id).lean();
  if (!record || record.deactivatedAt) return undefined;
  return isSame(stamp, stampOf(record.passwordHash)) ? accountOf(record) : undefined;
}

function stampOf(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22);
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
