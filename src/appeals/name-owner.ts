import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** The owner of a found thing is known; it can be sent home. */
export async function nameOwner(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'name_owner', apply: () => ({ fact: { type: 'owner_named' } }) });
}
