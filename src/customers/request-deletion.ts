import { type Target, transition } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';

/** The customer asks to be forgotten; an agent sees to it. */
export async function requestDeletion(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'request_deletion', apply: () => ({ fact: { type: 'deletion_requested' } }) });
}
