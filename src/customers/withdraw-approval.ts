import { type Target, transition } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';

/** The customer no longer agrees: from now on no colleague sees the appeal. What is under way goes on. */
export async function withdrawApproval(target: Target): Promise<Appeal> {
  return transition({
    ...target,
    action: 'withdraw_approval',
    apply: () => ({ fact: { type: 'approval_withdrawn' } }),
  });
}
