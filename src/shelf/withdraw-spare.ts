import type { Spare } from '../domain/spare';
import { lookAfterSpare, type SpareTarget } from './look-after-spare';

/** Takes a spare off the shelf: it is gone, or its holder wants to keep it. What is reserved goes on as promised. */
export async function withdrawSpare(target: SpareTarget): Promise<Spare> {
  return lookAfterSpare(target, 'withdraw', () => ({ withdrawnAt: new Date() }));
}
