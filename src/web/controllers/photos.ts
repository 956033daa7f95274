import type { RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { catalogueEntryOf } from '../../catalogue/find-entries';
import type { AccountActor } from '../../domain/actor';
import type { Appeal } from '../../domain/appeal';
import { findPhotosForCustomer } from '../../domain/customer-photos';
import { originalOf, type Picture } from '../../domain/photo';
import { thanksConsent } from '../../domain/thanks-consent';
import { photosSentIn } from '../../messages/find-messages';
import type { Renditions } from '../../photos/renditions';
import { spareOf } from '../../shelf/find-spares';
import { accessTo } from '../customer-access';
import { sendPhoto } from '../send-photo';
import { actorOf } from '../viewer';
import { visitOf } from '../visit';
import { param } from './params';

/** Photos are seen by those who may see the record that shows them: the address alone opens nothing. */
export function photosController(renditions: Renditions) {
  const send = (response: Response, photos: readonly (Picture | null)[], photoId: string, name: string) =>
    sendPhoto(response, renditions, photos, { photoId, name });

  const ofAppeal: RequestHandler = async (request, response) => {
    const actor = actorOf(request);
    const appeal = await appealFor(actor, param(request, 'id'));
    // What is shown beside the customer's data is seen by those who may read that.
    const reads = (await accessTo(request, appeal)) !== null;
    const photos = [...photosFor(actor, appeal, reads), ...(await sentPhotosFor(appeal, reads))];
    await send(response, photos, param(request, 'photoId'), param(request, 'file'));
  };

  const ofSpare: RequestHandler = async (request, response) => {
    const spare = await spareOf(param(request, 'spareId'));
    await send(response, spare.photos, param(request, 'photoId'), param(request, 'file'));
  };

  const ofEntry: RequestHandler = async (request, response) => {
    const entry = await catalogueEntryOf(param(request, 'entryId'));
    await send(response, entry.photos, param(request, 'photoId'), param(request, 'file'));
  };

  const ofStatus: RequestHandler = async (request, response) => {
    const appeal = await appealFor(visitOf(request).actor, visitOf(request).actor.appealId);
    const sent = await photosSentIn(appeal.id);
    await send(
      response,
      [...appeal.photos, ...findPhotosForCustomer(appeal), ...sent],
      param(request, 'photoId'),
      param(request, 'file'),
    );
  };

  return { ofAppeal, ofSpare, ofEntry, ofStatus };
}

/** What a customer sent is for agents; what came with thanks for everybody, if the customer agreed. */
async function sentPhotosFor(appeal: Appeal, reads: boolean): Promise<Picture[]> {
  if (reads) return photosSentIn(appeal.id);
  return thanksConsent(appeal)?.shareable ? photosSentIn(appeal.id, 'thanks') : [];
}

/** The photo of a find is for agents and its finder; what was blurred in a photo, for agents alone. */
function photosFor(actor: AccountActor, appeal: Appeal, reads: boolean): (Picture | null)[] {
  const finds = appeal.finds.filter(({ finder }) => reads || finder === actor.id);
  const originals = reads ? appeal.photos.map(originalOf) : [];
  return [...appeal.photos, ...originals, ...finds.map(({ photo }) => photo)];
}
