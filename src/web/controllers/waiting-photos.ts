import type { Request, RequestHandler, Response } from 'express';
import { awaitForm, waitingPhotos } from '../../appeals/waiting-photos';
import { InvalidInput, NotFound } from '../../errors';
import { translator } from '../../i18n/translator';
import type { Services } from '../../services';
import { parseForm } from '../forms/parse';
import { pressForm } from '../forms/status';
import { uploadsOf } from '../middleware/upload';
import { sendPhoto } from '../send-photo';
import { type Sender, waitingRow } from '../waiting-rows';
import { param } from './params';

/** Photos sent ahead of their form, one at a time; only who sent one sees it. */
export function waitingPhotosController(
  { photoStore, renditions }: Pick<Services, 'photoStore' | 'renditions'>,
  sender: Sender,
) {
  /** Answers with the piece of the form that stands for it. */
  const create: RequestHandler = async (request, response) => {
    parseForm(pressForm, request.body);
    const [file] = uploadsOf(request);
    try {
      if (!file) throw new InvalidInput('error.field.required');
      const waiting = await awaitForm(await sender.ownerOf(request), file, photoStore);
      response.status(201);
      const row = waitingRow(request, waiting, sender);
      response.render('partials/photo-row', { layout: false, plain: !sender.describes, ...row });
    } catch (error) {
      refuseInWords(request, response, error);
    }
  };

  const file: RequestHandler = async (request, response) => {
    const [waiting] = await waitingPhotos(await sender.readerOf(request), [param(request, 'waitingId')]);
    if (!waiting) throw new NotFound();
    const { photo } = waiting;
    await sendPhoto(response, renditions, [photo], { photoId: photo.id, name: param(request, 'file') });
  };

  return { create, file };
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
