import type { Appeal } from './appeal';
import { takenStates } from './find';
import type { Photo } from './photo';

/** @returns the photos of finds that were taken, as far as the finders agreed that the customer may see them */
export function findPhotosForCustomer({ finds }: Pick<Appeal, 'finds'>): Photo[] {
  return finds
    .filter(({ photoForCustomer, state }) => photoForCustomer && takenStates.includes(state))
    .flatMap(({ photo }) => (photo ? [photo] : []));
}
