import type { Appeal } from '../domain/appeal';
import { type Outcome, outcomesFor } from '../domain/appeal-status';
import { InvalidInput } from '../errors';
import { type Target, transition } from './transition';

/**
 * Ends a case. A find that was accepted but never handed over goes back to being an offer.
 * @throws InvalidInput when the case cannot end that way from where it stands
 */
export async function close(target: Target, outcome: Outcome): Promise<Appeal> {
  return transition({
    ...target,
    action: 'close',
    apply: (appeal) => {
      if (!outcomesFor(appeal.kind, appeal.status).includes(outcome)) {
        throw new InvalidInput('error.invalidInput', { outcome: 'refusal.outcome' });
      }
      return { fact: { type: 'closed', outcome }, change: { outcome, finds: appeal.finds.map(freed) } };
    },
  });
}

function freed(find: Appeal['finds'][number]): Appeal['finds'][number] {
  return find.state === 'accepted' ? { ...find, state: 'offered' } : find;
}
