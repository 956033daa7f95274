import type { Response } from 'express';
import type { Picture } from '../domain/photo';
import { NotFound } from '../errors';
import type { PhotoStore } from '../photos/photo-store';

/**
 * Sends one file of a photo, if the record at hand shows that photo.
 * @param photos those the record shows
 * @throws NotFound
 */
export function sendPhoto(
  response: Response,
  store: PhotoStore,
  photos: readonly (Picture | null)[],
  photoId: string,
  file: string,
): void {
  if (!photos.some((photo) => photo?.id === photoId)) throw new NotFound();
  // Named by its content, so it never changes; private, as the next person at this browser may be somebody else.
  response.set('Cache-Control', 'private, max-age=31536000, immutable');
  response.sendFile(store.fileOf(photoId, file), { cacheControl: false, dotfiles: 'allow' });
}
