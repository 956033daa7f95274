import type { Appeal } from '../domain/appeal';
import { type Outcome, outcomesFor } from '../domain/appeal-status';
import type { Find } from '../domain/find';
import { InvalidInput } from '../errors';
import { settleSparesOf } from '../shelf/settle-spare';
import { type Effect, type Target, transition } from './transition';

/**
 * Ends a case. A find that was accepted but never handed over goes back to being an offer, or to the shelf where it
 * came from.
 * @throws InvalidInput when the case cannot end that way from where it stands
 */
export async function close(target: Target, outcome: Outcome): Promise<Appeal> {
  const closed = await transition({
    ...target,
    action: 'close',
    apply: (appeal) => {
      if (!outcomesFor(appeal).includes(outcome)) {
        throw new InvalidInput('error.invalidInput', { outcome: 'refusal.outcome' });
      }
      return closing(appeal, outcome);
    },
  });
  await settleSparesOf(closed);
  return closed;
}

/** The customer takes the whole request back. */
export async function withdrawRequest(target: Target): Promise<Appeal> {
  const ended = await transition({
    ...target,
    action: 'withdraw_request',
    apply: (appeal) => closing(appeal, 'withdrawn'),
  });
  await settleSparesOf(ended);
  return ended;
}

function closing(appeal: Appeal, outcome: Outcome): Effect {
  return { fact: { type: 'closed', outcome }, change: { outcome, finds: appeal.finds.map(freed) } };
}

function freed(find: Find): Find {
  if (find.state !== 'accepted') return find;
  return { ...find, state: find.spareId ? 'put_back' : 'offered' };
}
