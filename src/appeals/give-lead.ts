import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** A hint where to look or whom to ask. */
export async function giveLead(target: Target, words: string): Promise<Appeal> {
  return transition({ ...target, action: 'give_lead', apply: () => ({ fact: { type: 'lead_given', words } }) });
}
