import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** Its owner has come for a found thing, and signed for it. */
export async function handToOwner(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'hand_to_owner', apply: () => ({ fact: { type: 'handed_to_owner' } }) });
}
