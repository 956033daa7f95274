import type { Spare } from '../domain/spare';
import { InvalidInput } from '../errors';
import { lookAfterSpare, type SpareTarget } from './look-after-spare';

/**
 * Free pieces went elsewhere than to a customer of ours.
 * @throws InvalidInput when fewer are free
 */
export async function giveAway(target: SpareTarget, pieces: number): Promise<Spare> {
  return lookAfterSpare(target, 'give_away', ({ quantity, free }) => {
    if (pieces > free)
      throw new InvalidInput('refusal.tooManyPieces', { quantity: 'refusal.tooManyPieces' }, { available: free });
    return { quantity: quantity - pieces };
  });
}
