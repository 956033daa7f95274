import type { RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { catalogueEntryOf } from '../../catalogue/find-entries';
import type { AccountActor } from '../../domain/actor';
import { isAgent } from '../../domain/actor';
import type { Appeal } from '../../domain/appeal';
import type { Photo } from '../../domain/photo';
import { NotFound } from '../../errors';
import type { PhotoStore } from '../../photos/photo-store';
import { spareOf } from '../../shelf/find-spares';
import { actorOf } from '../viewer';
import { visitOf } from '../visit';
import { param } from './params';

/** Photos are seen by those who may see the record that shows them: the address alone opens nothing. */
export function photosController(photoStore: PhotoStore) {
  const send = (response: Response, photos: readonly (Photo | null)[], photoId: string, file: string) => {
    if (!photos.some((photo) => photo?.id === photoId)) throw new NotFound();
    // Named by its content, so it never changes; private, as the next person at this browser may be somebody else.
    response.set('Cache-Control', 'private, max-age=31536000, immutable');
    response.sendFile(photoStore.fileOf(photoId, file), { cacheControl: false, dotfiles: 'allow' });
  };

  const ofAppeal: RequestHandler = async (request, response) => {
    const actor = actorOf(request);
    const appeal = await appealFor(actor, param(request, 'id'));
    send(response, photosFor(actor, appeal), param(request, 'photoId'), param(request, 'file'));
  };

  const ofSpare: RequestHandler = async (request, response) => {
    const spare = await spareOf(param(request, 'spareId'));
    send(response, spare.photos, param(request, 'photoId'), param(request, 'file'));
  };

  const ofEntry: RequestHandler = async (request, response) => {
    const entry = await catalogueEntryOf(param(request, 'entryId'));
    send(response, entry.photos, param(request, 'photoId'), param(request, 'file'));
  };

  const ofStatus: RequestHandler = async (request, response) => {
    const appeal = await appealFor(visitOf(request).actor, visitOf(request).actor.appealId);
    send(response, appeal.photos, param(request, 'photoId'), param(request, 'file'));
  };

  return { ofAppeal, ofSpare, ofEntry, ofStatus };
}

/** The photo of a find is for agents and its finder. */
function photosFor(actor: AccountActor, appeal: Appeal): (Photo | null)[] {
  const finds = appeal.finds.filter(({ finder }) => isAgent(actor) || finder === actor.id);
  return [...appeal.photos, ...finds.map(({ photo }) => photo)];
}
