import type { Appeal } from '../domain/appeal';
import { type Outcome, outcomesFor } from '../domain/appeal-status';
import { InvalidInput } from '../errors';
import { type Effect, type Target, transition } from './transition';

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
      return closing(appeal, outcome);
    },
  });
}

/** The customer takes the whole request back. */
export async function withdrawRequest(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'withdraw_request', apply: (appeal) => closing(appeal, 'withdrawn') });
}

function closing(appeal: Appeal, outcome: Outcome): Effect {
  return { fact: { type: 'closed', outcome }, change: { outcome, finds: appeal.finds.map(freed) } };
}

function freed(find: Appeal['finds'][number]): Appeal['finds'][number] {
  return find.state === 'accepted' ? { ...find, state: 'offered' } : find;
}
