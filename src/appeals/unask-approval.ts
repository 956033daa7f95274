import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/**
 * Takes back the question whether colleagues may see the appeal, while the customer has not answered it. What they had
 * said before stands again; a draft nobody had asked about before may be published without their agreement.
 * @throws LostRace when they have answered meanwhile
 */
export function unaskApproval(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'unask_approval', apply: () => ({ fact: { type: 'approval_unasked' } }) });
}
