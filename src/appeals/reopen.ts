import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** Takes a closed case up again. */
export async function reopen(target: Target): Promise<Appeal> {
  return transition({
    ...target,
    action: 'reopen',
    apply: () => ({ fact: { type: 'reopened' }, change: { outcome: null } }),
  });
}
