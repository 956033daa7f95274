import { appealFor } from '../../../appeals/find-appeals';
import { isAgent } from '../../../domain/actor';
import type { Appeal } from '../../../domain/appeal';
import type { Call } from '../operation';

/** @returns whether they read a case as agents do, the customer's data included */
export async function readsCase({ actor }: Call, _appeal: Appeal): Promise<boolean> {
  return isAgent(actor);
}

/** @returns a case of which something is read that is the customer's. @throws NotFound */
export function readCase({ actor, param }: Call): Promise<Appeal> {
  return appealFor(actor, param('id'));
}
