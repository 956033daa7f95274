import type { Appeal } from '../domain/appeal';
import type { Photo } from '../domain/photo';
import { InvalidInput, NotFound } from '../errors';
import { type Target, transition } from './transition';
import { mostPhotos } from './with-photos';

/**
 * A photo the customer sent becomes one of the appeal's, which all colleagues see.
 * @param sent the photos that came with the customer's words in this case
 * @throws NotFound when it is none of them
 * @throws InvalidInput when the appeal has as many photos as it may
 */
export async function adoptPhoto(target: Target, photoId: string, sent: readonly Photo[]): Promise<Appeal> {
  const photo = sent.find(({ id }) => id === photoId);
  if (!photo) throw new NotFound();
  return transition({
    ...target,
    action: 'edit',
    apply: ({ photos }) => {
      const others = photos.filter(({ id }) => id !== photoId);
      if (others.length >= mostPhotos) throw new InvalidInput('photo.tooMany', {}, { mostPhotos });
      return { fact: { type: 'appeal_edited', fields: ['photos'] }, change: { photos: [...others, photo] } };
    },
  });
}
