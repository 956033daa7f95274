import { createHash, timingSafeEqual } from 'node:crypto';
import { isObjectIdOrHexString, type Types } from 'mongoose';
import { NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { SignInModel, type SignInRecord } from '../models/sign-in';
import { type Account, accountOf } from './accounts';

/** Whoever is signed in, and by which sign-in. */
export interface SignedIn extends Account {
  readonly signInId: string;
  /** To within some minutes. */
  readonly seenAt: Date;
}

/**
 * What a session keeps: whose it is, a stamp of the password, and the sign-in, so that it ends when the password
 * changes, and when somebody ends it from elsewhere.
 * @throws NotFound when the account has gone meanwhile
 */
export async function sessionKeyOf({ id, signInId }: Pick<SignedIn, 'id' | 'signInId'>): Promise<string> {
  const record = await AccountModel.findById(id, { passwordHash: 1 }).lean();
  if (!record) throw new NotFound();
  return `${id}.${stampOf(record.passwordHash)}.${signInId}`;
}

/** @returns whether a sign-in goes on that has not ended here; see `sign-in-ways.ts` */
export type GoesOn = (signIn: SignInRecord & { _id: Types.ObjectId }) => Promise<boolean>;

/** @returns whose session it is; undefined when the account is gone, not in use any more, or was signed out */
export async function accountOfSession(key: string, goesOn: GoesOn): Promise<SignedIn | undefined> {
  const [id = '', stamp = '', signInId = ''] = key.split('.');
  if (!isObjectIdOrHexString(id) || !isObjectIdOrHexString(signInId)) return undefined;
  const going = { _id: signInId, account: id, expiresAt: { $gt: new Date() } };
  const [record, signIn] = await Promise.all([AccountModel.findById(id).lean(), SignInModel.findOne(going).lean()]);
  if (!record || record.deactivatedAt || !signIn) return undefined;
  if (!isSame(stamp, stampOf(record.passwordHash)) || !(await goesOn(signIn))) return undefined;
  return { ...accountOf(record), signInId, seenAt: signIn.seenAt };
}

function stampOf(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22);
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
