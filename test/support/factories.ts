import { randomBytes } from 'node:crypto';
import type { Role } from '../../src/domain/actor';
import { type Account, createAccount, type NewAccount } from '../../src/people/accounts';

/** What every account of a test is opened with. */
export const testPassword = 'correct horse battery';

/** @returns an account nobody else has; `overrides` say what matters to the test */
export function account(overrides: Partial<NewAccount> = {}): Promise<Account> {
  const email = `person-${randomBytes(6).toString('hex')}@fundus.example`;
  return createAccount({
    name: 'Kim Beispiel',
    email,
    password: testPassword,
    roles: [],
    language: 'en',
    ...overrides,
  });
}

export const colleague = (overrides: Partial<NewAccount> = {}) => withRoles([], overrides);
export const agent = (overrides: Partial<NewAccount> = {}) => withRoles(['agent'], overrides);
export const admin = (overrides: Partial<NewAccount> = {}) => withRoles(['admin'], overrides);

function withRoles(roles: Role[], overrides: Partial<NewAccount>): Promise<Account> {
  return account({ roles, ...overrides });
}
