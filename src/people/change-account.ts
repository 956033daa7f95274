import type { Role } from '../domain/actor';
import { InvalidInput, NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { endSignIns } from './sign-ins';

/**
 * Gives an account these roles on top of being an employee; they count from its next request on.
 * @throws InvalidInput when nobody would be left to administer
 * @throws NotFound when there is no such account
 */
export function changeRoles(id: string, roles: readonly Role[]): Promise<void> {
  return changeUnlessLastAdmin(id, { roles: [...new Set<Role>(['employee', ...roles])] });
}

/**
 * Ends the use of an account: whoever is signed in with it is signed out.
 * @returns ids of the sign-ins that ended
 * @throws InvalidInput when nobody would be left to administer
 * @throws NotFound when there is no such account
 */
export async function deactivate(id: string): Promise<string[]> {
  await changeUnlessLastAdmin(id, { deactivatedAt: new Date(), invitation: null });
  return endSignIns({ id });
}

/** Lets an account be used again, with the password it had. @throws NotFound when there is no such account */
export async function reactivate(id: string): Promise<void> {
  const { matchedCount } = await AccountModel.updateOne({ _id: id }, { $set: { deactivatedAt: null } });
  if (matchedCount === 0) throw new NotFound();
}

/** Changes first and looks then: of two who take each other's rights at once, neither succeeds, and one may try again. */
async function changeUnlessLastAdmin(id: string, change: Record<string, unknown>): Promise<void> {
  const before = await AccountModel.findOneAndUpdate({ _id: id }, { $set: change }).lean();
  if (!before) throw new NotFound();
  if (await AccountModel.exists({ roles: 'admin', deactivatedAt: null })) return;
  const { roles, deactivatedAt = null, invitation = null } = before;
  await AccountModel.updateOne({ _id: id }, { $set: { roles, deactivatedAt, invitation } });
  throw new InvalidInput('people.lastAdmin', { roles: 'people.lastAdmin' });
}
