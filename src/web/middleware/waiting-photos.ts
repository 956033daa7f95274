import type { Request, RequestHandler } from 'express';
import { awaitForm } from '../../appeals/waiting-photos';
import { mostPhotos, tooManyPhotos, type Upload } from '../../appeals/with-photos';
import type { Actor } from '../../domain/actor';
import { InvalidInput } from '../../errors';
import type { PhotoStore } from '../../photos/photo-store';
import { rememberRefused } from '../refused-photos';
import { employee } from '../waiting-rows';
import { upload, uploadsOf } from './upload';

/**
 * Reads a form with photos and takes them in at once, before anybody looks at the rest of it: from here on the form
 * names them as `photo`, like those sent ahead, and they are still there when it is refused.
 * @param sender who sends the form
 */
export function takePhotosIn(photoStore: PhotoStore, sender = employee): RequestHandler[] {
  const takeIn: RequestHandler = async (request, _response, next) => {
    const files = uploadsOf(request);
    if (files.length === 0) return next();
    const named = listed(request.body.photo);
    const room = mostPhotos - named.filter((ref) => ref !== '').length;
    if (files.length > room) rememberRefused(request, tooManyPhotos());
    const arrived = await takenIn(
      request,
      await sender.ownerOf(request),
      files.slice(0, Math.max(0, room)),
      photoStore,
    );
    request.body.photo = [...named, ...arrived];
    next();
  };
  return [upload(), takeIn];
}

/** @returns what the form names them by; what is refused is remembered, and the others are taken none the less */
async function takenIn(
  request: Request,
  owner: Actor,
  files: readonly Upload[],
  photoStore: PhotoStore,
): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    try {
      ids.push((await awaitForm(owner, file, photoStore)).id);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      rememberRefused(request, error);
    }
  }
  return ids;
}

function listed(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? [...value] : [value];
}
