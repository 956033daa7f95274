import type { Request, RequestHandler, Response } from 'express';
import { awaitForm, waitingPhotos } from '../../appeals/waiting-photos';
import { InvalidInput, NotFound } from '../../errors';
import { translator } from '../../i18n/translator';
import type { Services } from '../../services';
import { parseForm } from '../forms/parse';
import { pressForm } from '../forms/status';
import { uploadsOf } from '../middleware/upload';
import { seeOther } from '../page';
import { sendPhoto } from '../send-photo';
import { type Sender, waitingRow } from '../waiting-rows';
import { param } from './params';

/** Photos sent ahead of their form, one at a time; only who sent one sees it. */
export function waitingPhotosController(
  { photoStore, renditions }: Pick<Services, 'photoStore' | 'renditions'>,
  sender: Sender,
) {
  const create: RequestHandler = async (request, response) => {
    parseForm(pressForm, request.body);
    const [file] = uploadsOf(request);
    try {
      if (!file) throw new InvalidInput('error.field.required');
      const { id } = await awaitForm(await sender.ownerOf(request), file, photoStore);
      seeOther(response, sender.rowHref(request, id));
    } catch (error) {
      refuseInWords(request, response, error);
    }
  };

  /** The piece of a form that stands for it. */
  const show: RequestHandler = async (request, response) => {
    const row = waitingRow(request, await own(request), sender);
    response.render('partials/photo-row', { layout: false, plain: !sender.describes, ...row });
  };

  const file: RequestHandler = async (request, response) => {
    const { photo } = await own(request);
    await sendPhoto(response, renditions, [photo], { photoId: photo.id, name: param(request, 'file') });
  };

  async function own(request: Request) {
    const [waiting] = await waitingPhotos(await sender.readerOf(request), [param(request, 'waitingId')]);
    if (!waiting) throw new NotFound();
    return waiting;
  }

  return { create, show, file };
}

/** Whoever asks here is a script: it gets the sentence alone. */
function refuseInWords(request: Request, response: Response, error: unknown): void {
  if (!(error instanceof InvalidInput)) throw error;
  const t = translator(request.viewer.language);
  response
    .status(error.status)
    .type('text/plain')
    .send(t(error.fields.photos ?? error.key, error.values));
}
