import { randomUUID } from 'node:crypto';
import type { Appeal } from '../domain/appeal';
import type { Find } from '../domain/find';
import type { Photo } from '../domain/photo';
import type { PhotoStore } from '../photos/photo-store';
import { type AccountTarget, transition, unlessBroughtAbout } from './transition';
import { type SentPhoto, withPhotos } from './with-photos';

/** What a colleague says of the thing they have. */
export type NewFind = Pick<Find, 'quantity' | 'place' | 'condition' | 'words' | 'nameForCustomer' | 'photoForCustomer'>;

/**
 * "I have one!"
 * @param uploads at most one photo
 * @throws Conflict when the case takes no finds any more
 */
export async function offerFind(
  target: AccountTarget,
  given: NewFind,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
): Promise<Appeal> {
  const offer = ([photo]: Photo[]) => {
    const find: Find = {
      ...given,
      id: randomUUID(),
      finder: target.actor.id,
      photo: photo ?? null,
      state: 'offered',
      handOver: null,
      offeredAt: new Date(),
    };
    return transition({
      ...target,
      action: 'offer_find',
      apply: (appeal) => ({
        fact: { type: 'find_offered', findId: find.id, quantity: find.quantity },
        change: { finds: [...appeal.finds, find] },
      }),
    });
  };
  return unlessBroughtAbout(target, 'offer_find', () => withPhotos(photoStore, sent.slice(0, 1), offer));
}
