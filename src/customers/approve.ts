import { type Target, transition } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { hasChangedSince } from '../domain/approval';
import { InvalidInput } from '../errors';

/**
 * The customer agrees to what colleagues will see.
 * @param seenVersion of the case when they looked at it: nobody agrees to what they have not seen
 * @throws InvalidInput when words or photos were changed since
 */
export async function approve(target: Target, seenVersion: number): Promise<Appeal> {
  return transition({
    ...target,
    action: 'approve',
    apply: (appeal) => {
      if (hasChangedSince(appeal, seenVersion)) throw new InvalidInput('refusal.changedSinceSeen');
      return { fact: { type: 'approval_given' } };
    },
  });
}
