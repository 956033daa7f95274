import type { Response } from 'express';
import type { Picture } from '../domain/photo';
import { NotFound } from '../errors';
import type { Renditions } from '../photos/renditions';

/**
 * Sends one file of a photo, if the record at hand shows that photo.
 * @param photos those the record shows
 * @throws NotFound
 */
export async function sendPhoto(
  response: Response,
  renditions: Renditions,
  photos: readonly (Picture | null)[],
  { photoId, name }: { photoId: string; name: string },
): Promise<void> {
  if (!photos.some((photo) => photo?.id === photoId)) throw new NotFound();
  // Named by its content, so it never changes; private, as the next person at this browser may be somebody else.
  const { file, isFinal } = await renditions.fileFor(photoId, name);
  response.set('Cache-Control', isFinal ? 'private, max-age=31536000, immutable' : 'private, no-cache');
  response.sendFile(file, { cacheControl: false, dotfiles: 'allow' });
}
