import type { Appeal } from '../domain/appeal';
import { type Target, transition } from './transition';

/** It has arrived: the customer says so, or the agent has seen it. */
export async function confirmDelivery(target: Target): Promise<Appeal> {
  return transition({ ...target, action: 'confirm_delivery', apply: () => ({ fact: { type: 'delivered' } }) });
}
