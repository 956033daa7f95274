import { randomBytes } from 'node:crypto';
import { Forbidden } from '../../errors';
import { AccountModel, type AccountRecord } from '../../models/account';
import { isDuplicate } from '../../models/duplicate';
import { accountWords } from '../account-words';
import { type Account, accountOf } from '../accounts';
import { hashPassword } from '../password';
import { endSignIns } from '../sign-ins';
import type { Person } from './person';

/**
 * Finds the account of somebody who comes from the provider, or makes one, and takes over what the provider says.
 * An account that was opened here becomes theirs when the provider has verified their address, and nobody else's: from
 * then on the provider alone lets them in.
 * @throws Forbidden when the account is not in use, their address belongs to somebody else's, or they have none
 */
export async function welcome(person: Person): Promise<Account> {
  const known = await broughtUpToDate(person);
  if (known) return inUse(known);
  if (person.email === undefined) throw new Forbidden('signIn.sso.noEmail');
  const linked = await link(person);
  return linked ?? create(person, person.email);
}

/** @returns the account that is theirs already, as the provider says it is now; undefined when there is none */
export async function broughtUpToDate(person: Person): Promise<Account | undefined> {
  const theirs = filterOf(person);
  const record = await AccountModel.findOne(theirs).lean();
  if (!record) return undefined;
  const email = await newEmail(person, record);
  const name = person.name ?? record.name;
  const { roles = record.roles, place = record.place } = person;
  const changed = { name, email, place, roles: [...roles], words: accountWords(name, email) };
  const isSame =
    JSON.stringify([name, email, place, roles]) ===
    JSON.stringify([record.name, record.email, record.place, record.roles]);
  if (!isSame) await AccountModel.updateOne(theirs, { $set: changed });
  return accountOf({ ...record, ...changed });
}

function filterOf({ identity: { issuer, subject } }: Person) {
  return { 'identity.subject': subject, 'identity.issuer': issuer };
}

/** Another address is taken over when it is theirs and nobody's here. */
async function newEmail({ email, emailVerified }: Person, record: AccountRecord): Promise<string> {
  if (email === undefined || !emailVerified || email === record.email) return record.email;
  return (await AccountModel.exists({ email })) ? record.email : email;
}

function inUse(account: Account): Account {
  if (!account.active) throw new Forbidden('signIn.sso.deactivated');
  return account;
}

/**
 * Gives somebody the account that was opened here under their address. Whoever is signed in with its password is out.
 * @returns undefined when there is none of that address
 */
async function link(person: Person): Promise<Account | undefined> {
  const { email, identity, emailVerified } = person;
  const existing = await AccountModel.findOne({ email }).lean();
  if (!existing) return undefined;
  inUse(accountOf(existing));
  if (!emailVerified || existing.identity) throw new Forbidden('signIn.sso.emailTaken');
  const free = { _id: existing._id, 'identity.subject': { $exists: false } };
  await AccountModel.updateOne(free, { $set: { identity, invitation: null, secondFactor: null, offeredFactor: null } });
  await endSignIns({ id: existing._id.toHexString() });
  const linked = await broughtUpToDate(person);
  if (!linked) throw new Forbidden('signIn.sso.emailTaken');
  return linked;
}

async function create(person: Person, email: string): Promise<Account> {
  const { identity, name = email, place = '', language = null, roles = ['employee'] } = person;
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const record = { identity, name, email, place, language, passwordHash, roles: [...roles], createdAt: new Date() };
  try {
    return accountOf(await AccountModel.create({ ...record, words: accountWords(name, email) }));
  } catch (error) {
    // They came twice in the same moment.
    const other = isDuplicate(error) ? await broughtUpToDate(person) : undefined;
    if (!other) throw error;
    return inUse(other);
  }
}
