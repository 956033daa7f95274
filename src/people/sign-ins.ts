import { isObjectIdOrHexString, Types } from 'mongoose';
import { NotFound } from '../errors';
import { SignInModel, type SignInRecord } from '../models/sign-in';
import type { Account } from './accounts';
import { browserWords } from './browser-words';
import type { GoesOn } from './session-key';

/** A working day from the last request on. */
export const signedInSeconds = 12 * 60 * 60;
/** One that merely goes on is written this often, not with every request. */
export const rarelyMs = 5 * 60 * 1000;

/** Where somebody is signed in, as they see it themselves. */
export interface SignIn extends Pick<SignInRecord, 'browser' | 'system' | 'device' | 'at' | 'seenAt'> {
  readonly id: string;
}

/**
 * Notes that somebody signs in.
 * @param userAgent what their browser says of itself
 * @param provided by the word of whom, where they came from the identity provider
 * @returns id of the sign-in, which the session keeps
 */
export async function beginSignIn(
  { id }: Pick<Account, 'id'>,
  userAgent: string,
  provided: SignInRecord['provided'] = null,
): Promise<string> {
  const now = new Date();
  const times = { at: now, seenAt: now, expiresAt: endAfter(now) };
  const record = { account: id, ...browserWords(userAgent), ...times, provided };
  return (await SignInModel.create(record))._id.toHexString();
}

/** @returns where somebody is signed in, the latest seen first */
export async function signInsOf({ id }: Pick<Account, 'id'>): Promise<SignIn[]> {
  const records = await SignInModel.find({ account: id, expiresAt: { $gt: new Date() } })
    .sort({ seenAt: -1, _id: -1 })
    .lean();
  return records.map(({ _id, browser, system, device, at, seenAt }) => ({
    ...{ id: _id.toHexString(), browser, system, device, at, seenAt },
  }));
}

/** Lets a sign-in go on; written now and then only. @param seenAt when it was last written */
export async function keepSignIn(signInId: string, seenAt: Date): Promise<void> {
  const now = new Date();
  if (now.getTime() - seenAt.getTime() < rarelyMs) return;
  await SignInModel.updateOne({ _id: signInId }, { $set: { seenAt: now, expiresAt: endAfter(now) } });
}

/** @throws NotFound when it is not there, or somebody else's */
export async function endSignIn({ id }: Pick<Account, 'id'>, signInId: string): Promise<void> {
  if (!isObjectIdOrHexString(signInId)) throw new NotFound();
  const { deletedCount } = await SignInModel.deleteOne({ _id: signInId, account: id });
  if (deletedCount === 0) throw new NotFound();
}

/**
 * Signs somebody out everywhere.
 * @param except id of the one that goes on
 * @returns ids of those that ended
 */
export async function endSignIns({ id }: Pick<Account, 'id'>, except?: string): Promise<string[]> {
  const others = except === undefined ? {} : { _id: { $ne: new Types.ObjectId(except) } };
  const ended = await SignInModel.find({ account: id, ...others }, { _id: 1 }).lean();
  const ids = ended.map(({ _id }) => _id);
  await SignInModel.deleteMany({ _id: { $in: ids } });
  return ids.map((one) => one.toHexString());
}

/** @returns those of these sign-ins that go on; the provider's word is asked for where it is too old */
export async function goingOn(signInIds: readonly string[], goesOn: GoesOn): Promise<Set<string>> {
  const known = signInIds.filter((id) => isObjectIdOrHexString(id));
  const records = await SignInModel.find({ _id: { $in: known }, expiresAt: { $gt: new Date() } }).lean();
  const answers = await Promise.all(records.map(goesOn));
  return new Set(records.filter((_, place) => answers[place]).map(({ _id }) => _id.toHexString()));
}

function endAfter(now: Date): Date {
  return new Date(now.getTime() + signedInSeconds * 1000);
}
