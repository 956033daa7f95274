import { appealFor } from '../../../appeals/find-appeals';
import type { Appeal } from '../../../domain/appeal';
import type { Services } from '../../../services';
import { accessOf } from '../../customer-access';
import type { Call } from '../operation';
import { beforeReading } from './customer-reading';

/** @returns whether they read a case as agents do: it is their own, or they have said today why they read it */
export async function readsCase({ actor }: Call, appeal: Appeal): Promise<boolean> {
  return (await accessOf(actor, appeal)) !== null;
}

/**
 * @returns a case of which something is read that is the customer's, once that is on record
 * @throws NotFound
 * @throws Forbidden when it is somebody else's, and they have not said why they read it
 */
export async function readCase({ actor, param }: Call, services: Pick<Services, 'audit'>): Promise<Appeal> {
  const appeal = await appealFor(actor, param('id'));
  await beforeReading(services, actor, appeal);
  return appeal;
}
