import { customerOf } from '../customers/customer';
import type { Appeal } from '../domain/appeal';
import { InvalidInput } from '../errors';
import { type Target, transition } from './transition';

/**
 * Wants the customer's agreement before colleagues see the appeal; from then on their status page shows them what
 * colleagues would see.
 * @throws InvalidInput when there is no story to agree to, or no status page to do it on
 */
export async function askApproval(target: Target): Promise<Appeal> {
  const link = (await customerOf(target.appealId))?.statusLink;
  if (!link || link.expiresAt < new Date()) throw new InvalidInput('refusal.noStatusPage');
  return transition({
    ...target,
    action: 'ask_approval',
    apply: ({ story }) => {
      if (story === '') throw new InvalidInput('refusal.noStory', { story: 'refusal.noStory' });
      return { fact: { type: 'approval_asked' } };
    },
  });
}
