import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../domain/actor';
import { NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { type Account, accountOf, createAccount } from './accounts';
import { hashPassword } from './password';
import { endSignIns } from './sign-ins';

const validDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Opens an account for somebody, with a password nobody knows until they set their own.
 * @throws InvalidInput when the address is taken
 */
export function openAccount(given: { name: string; email: string; roles: readonly Role[] }): Promise<Account> {
  return createAccount({ ...given, password: randomBytes(32).toString('base64url') });
}

/**
 * Makes the link by which somebody sets a password, the first or a forgotten one; an earlier one opens nothing then.
 * @returns its token, which is kept nowhere: 256 bits, base64url
 * @throws NotFound when the account is not there, not in use, or the provider's to let in
 */
export async function invite(id: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const invitation = { hash: hashOf(token), expiresAt: new Date(Date.now() + validDays * dayMs) };
  const { matchedCount } = await AccountModel.updateOne(
    { _id: id, deactivatedAt: null, identity: null },
    { $set: { invitation } },
  );
  if (matchedCount === 0) throw new NotFound();
  return token;
}

/** @returns whose link it is. @throws NotFound when it is void, was used, or is too old */
export async function invitedBy(token: string): Promise<Account> {
  const record = await AccountModel.findOne(valid(token)).lean();
  if (!record) throw new NotFound('error.linkGone');
  return accountOf(record);
}

/**
 * Sets the password and uses the link up; whoever is signed in with the old one is signed out.
 * @throws InvalidInput on the field `password` when it is too short
 * @throws NotFound when the link is void, was used meanwhile, or is too old
 */
export async function acceptInvitation(token: string, password: string): Promise<Account> {
  await invitedBy(token);
  const passwordHash = await hashPassword(password);
  const changed = { $set: { passwordHash, invitation: null } };
  const record = await AccountModel.findOneAndUpdate(valid(token), changed, { returnDocument: 'after' }).lean();
  if (!record) throw new NotFound('error.linkGone');
  const account = accountOf(record);
  await endSignIns(account);
  return account;
}

function valid(token: string) {
  const link = { 'invitation.hash': hashOf(token), 'invitation.expiresAt': { $gt: new Date() } };
  return { ...link, deactivatedAt: null, identity: null };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
