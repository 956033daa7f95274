import type { AccountActor } from '../../../domain/actor';
import type { Appeal } from '../../../domain/appeal';
import { Forbidden } from '../../../errors';
import type { Services } from '../../../services';
import { accessOf } from '../../customer-access';
import { rolesHeld } from '../../recording';

/**
 * Comes before whatever is read of a customer: a program may what its account may, and is on record like it.
 * @throws Forbidden when the account has not said, on the case's page, why it reads a case of somebody else
 * @throws Unavailable when that cannot be put on record now
 */
export async function beforeReading({ audit }: Pick<Services, 'audit'>, actor: AccountActor, appeal: Appeal) {
  const access = await accessOf(actor, appeal);
  if (!access) throw new Forbidden('error.reasonFirst');
  const reading = { by: actor.id, roles: rolesHeld(actor), action: 'read_by_program', object: appeal.id } as const;
  await audit.recordReading({ ...reading, ...access });
}
