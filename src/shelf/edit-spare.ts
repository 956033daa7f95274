import { editedPhotos, type PhotosKept } from '../appeals/edited-photos';
import { removeUnused } from '../appeals/keep-photos';
import { idsWithout, type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { Photo } from '../domain/photo';
import type { Spare } from '../domain/spare';
import { InvalidInput, Stale } from '../errors';
import type { PhotoStore } from '../photos/photo-store';
import { lookAfterSpare, type SpareTarget } from './look-after-spare';
import type { OfferedSpare } from './offer-spare';

/** A spare as whoever looks after it wants it. */
export interface SpareEdit extends PhotosKept {
  /** The version on the page the edit was made on; undefined where nobody said. */
  seenVersion: number | undefined;
  offered: OfferedSpare;
}

/**
 * Changes what a spare says of itself. Looking closely enough to edit it is seeing that it is there.
 * @throws Stale when it has changed since the page was opened, also by a reservation
 * @throws InvalidInput when fewer pieces are left than are taken, or a photo is refused
 */
export async function editSpare(
  target: SpareTarget,
  { seenVersion, offered, ...kept }: SpareEdit,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
): Promise<Spare> {
  let before: Photo[] = [];
  const after = await withPhotos(photoStore, sent, (added, byWait) =>
    lookAfterSpare(target, 'edit', (spare) => {
      if (seenVersion !== undefined && spare.version !== seenVersion) throw new Stale('conflict.edited');
      refuseTooFew(spare, offered.quantity);
      before = spare.photos;
      const photos = editedPhotos(before, kept, added, byWait);
      return { ...offered, photos, confirmedAt: new Date(), remindAt: null };
    }),
  );
  await removeUnused(photoStore, idsWithout(before, after.photos));
  return after;
}

function refuseTooFew({ reservations }: Spare, quantity: number): void {
  const taken = reservations.reduce((sum, one) => sum + one.quantity, 0);
  if (quantity < taken) throw new InvalidInput('error.invalidInput', { quantity: 'refusal.piecesTaken' }, { taken });
}
