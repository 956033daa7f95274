import { isObjectIdOrHexString } from 'mongoose';
import type { AccountActor, Role } from '../domain/actor';
import type { Language } from '../domain/languages';
import { InvalidInput, NotFound } from '../errors';
import { AccountModel, type AccountRecord } from '../models/account';
import { isDuplicate } from '../models/duplicate';
import { accountWords } from './account-words';
import { hashPassword } from './password';

/** An employee's account as the rest of the house knows it: without the password. */
export interface Account extends AccountActor {
  readonly name: string;
  readonly email: string;
  /** Null: as the browser asks. */
  readonly language: Language | null;
  /** Where to send in-house post. */
  readonly place: string;
  /** They never want to be asked whether they are a person somebody seeks. */
  readonly neverSought: boolean;
  /** Whether somebody may sign in with it. */
  readonly active: boolean;
  /** They sign in at the identity provider, and only there. */
  readonly external: boolean;
  /** Codes of a telephone are asked for besides the password. */
  readonly secondFactor: boolean;
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** On top of `employee`, which everybody is. */
  roles: readonly Role[];
  language?: Language | null;
  place?: string;
}

/**
 * @throws InvalidInput when the e-mail address is taken or the password too short
 */
export async function createAccount(given: NewAccount): Promise<Account> {
  const { password, ...rest } = given;
  const record = {
    language: null,
    place: '',
    ...rest,
    email: normalEmail(given.email),
    roles: [...new Set<Role>(['employee', ...given.roles])],
    passwordHash: await hashPassword(password),
    createdAt: new Date(),
    words: accountWords(given.name, normalEmail(given.email)),
  };
  try {
    return accountOf(await AccountModel.create(record));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new InvalidInput('people.emailTaken', { email: 'people.emailTaken' });
  }
}

/** @returns the account, or undefined when there is none of that id, whatever the id looks like */
export async function findAccount(id: string): Promise<Account | undefined> {
  if (!isObjectIdOrHexString(id)) return undefined;
  const record = await AccountModel.findById(id).lean();
  return record ? accountOf(record) : undefined;
}

/** @returns those accounts that exist */
export async function accountsOf(ids: readonly string[]): Promise<Account[]> {
  const known = [...new Set(ids)].filter((id) => isObjectIdOrHexString(id));
  if (known.length === 0) return [];
  return (await AccountModel.find({ _id: { $in: known } }).lean()).map(accountOf);
}

/** @param email in any case, with or without space around */
export async function findAccountByEmail(email: string): Promise<Account | undefined> {
  return (await findCredentials(email))?.account;
}

/** For signing in alone: the account and the hash its password is checked against. */
export async function findCredentials(email: string): Promise<{ account: Account; passwordHash: string } | undefined> {
  const record = await AccountModel.findOne({ email: normalEmail(email) }).lean();
  return record ? { account: accountOf(record), passwordHash: record.passwordHash } : undefined;
}

/** @returns the names of those accounts that exist, by id; everybody asked for in one query */
export async function namesOf(ids: Iterable<string>): Promise<Map<string, string>> {
  return fieldOf('name', ids);
}

/** @returns where those accounts take in-house post, by id */
export async function placesOf(ids: Iterable<string>): Promise<Map<string, string>> {
  return fieldOf('place', ids);
}

async function fieldOf(field: 'name' | 'place', ids: Iterable<string>): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => isObjectIdOrHexString(id));
  if (known.length === 0) return new Map();
  const records = await AccountModel.find({ _id: { $in: known } }, { name: 1, place: 1 }).lean();
  return new Map(records.map((record) => [record._id.toString(), record[field]]));
}

/**
 * What people set for themselves.
 * @throws NotFound when the account has gone meanwhile
 */
export async function updateProfile(
  { id, email }: Pick<Account, 'id' | 'email'>,
  profile: Pick<Account, 'name' | 'language' | 'place' | 'neverSought'>,
): Promise<void> {
  const words = accountWords(profile.name, email);
  const { matchedCount } = await AccountModel.updateOne({ _id: id }, { $set: { ...profile, words } });
  if (matchedCount === 0) throw new NotFound();
}

/** @returns whether anybody could sign in */
export async function anyAccounts(): Promise<boolean> {
  return (await AccountModel.exists({})) !== null;
}

/** The form in which an address is kept and looked up. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** What the house knows of a record; never its password. */
export function accountOf(record: AccountRecord & { _id: { toString(): string } }): Account {
  const { name, email, language, place, neverSought, deactivatedAt, identity, secondFactor } = record;
  const person = { kind: 'account', id: record._id.toString(), roles: [...record.roles] } as const;
  const isSo = { neverSought: neverSought === true, active: !deactivatedAt, external: Boolean(identity) };
  const protection = { secondFactor: Boolean(secondFactor) };
  return { ...person, name, email, language, place, ...isSo, ...protection };
}
