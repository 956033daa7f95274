import { InvalidInput, NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { hashPassword, verifyPassword } from './password';
import { endSignIns } from './sign-ins';

/**
 * Sets another password; whoever is signed in with the old one is signed out.
 * @returns ids of the sign-ins that ended
 * @throws InvalidInput on `currentPassword` when it is wrong, on `password` when the new one is too short
 * @throws NotFound when the account has gone meanwhile, or has no password here
 */
export async function changePassword(id: string, current: string, next: string): Promise<string[]> {
  const record = await AccountModel.findById(id, { passwordHash: 1, identity: 1 }).lean();
  if (!record || record.identity) throw new NotFound();
  if (!(await verifyPassword(current, record.passwordHash)))
    throw new InvalidInput('people.passwordWrong', { currentPassword: 'people.passwordWrong' });
  await AccountModel.updateOne({ _id: id }, { $set: { passwordHash: await hashPassword(next), invitation: null } });
  return endSignIns({ id });
}
