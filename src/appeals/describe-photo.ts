import type { Appeal } from '../domain/appeal';
import { NotFound } from '../errors';
import type { PhotoStore } from '../photos/photo-store';
import { changePhoto, type PhotoTarget } from './change-photo';
import { appealFor } from './find-appeals';

/**
 * Says what is to be seen on a photo, for those who do not see it. As part of what colleagues read, it is an edit like
 * any other; words that stay as they were are none, so that no agreement of the customer is lost over them.
 * @param alt empty to take the description away
 * @throws NotFound when there is no such photo
 * @throws LostRace when somebody else took it away meanwhile
 */
export async function describePhoto(target: PhotoTarget, alt: string, photoStore: PhotoStore): Promise<Appeal> {
  const appeal = await appealFor(target.actor, target.appealId);
  const photo = appeal.photos.find(({ id }) => id === target.photoId);
  if (!photo) throw new NotFound();
  if (alt === (photo.alt ?? '')) return appeal;
  return changePhoto(target, photoStore, (before) => [{ ...before, alt }]);
}
