import type { Spare } from '../domain/spare';
import { lookAfterSpare, type SpareTarget } from './look-after-spare';

/** Whoever looks after a spare has seen that it is still there. */
export async function confirmStillThere(target: SpareTarget): Promise<Spare> {
  return lookAfterSpare(target, 'confirm', () => ({ confirmedAt: new Date(), remindAt: null }));
}
