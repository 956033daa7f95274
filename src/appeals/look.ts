import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** "I looked, not here": counted once a colleague, and thanked. */
export async function look(target: Target, place: string): Promise<Appeal> {
  return transition({ ...target, action: 'look', apply: () => ({ fact: { type: 'looked', place } }) });
}
