import type { Appeal } from '../domain/appeal';
import { InvalidInput } from '../errors';
import { type Target, transition } from './transition';

/**
 * Puts a draft on the board.
 * @throws InvalidInput when it has no story yet
 */
export async function publish(target: Target): Promise<Appeal> {
  return transition({
    ...target,
    action: 'publish',
    apply: ({ story }) => {
      if (story === '') throw new InvalidInput('refusal.noStory', { story: 'refusal.noStory' });
      return { fact: { type: 'appeal_published' }, change: { publishedAt: new Date() } };
    },
  });
}
