import type { Request, RequestHandler, Response } from 'express';
import { confirmationDeadlines } from '../../domain/spare';
import { looksAfter } from '../../domain/spare-actions';
import { Forbidden } from '../../errors';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { editSpare } from '../../shelf/edit-spare';
import { spareOf, spares } from '../../shelf/find-spares';
import { offerSpare } from '../../shelf/offer-spare';
import { flash } from '../flash';
import { freshForm, showing, showingAgain } from '../forms/form-state';
import { parsePhotoForm, renewedBy, sentAhead } from '../forms/photos';
import { editSpareForm, offerSpareForm, shelfQuery } from '../forms/spare';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { shelfPage } from '../presenters/shelf-page';
import { spareFormPage, spareValues } from '../presenters/spare-form-page';
import { actorOf } from '../viewer';
import { formReader } from './form-reader';
import { param } from './params';

/** The shelf, and what somebody says of a thing that stands there. */
export function shelfController({ config, photoStore }: Pick<Services, 'config' | 'photoStore'>) {
  const show: RequestHandler = async (request, response) => {
    const query = shelfQuery.parse(request.query);
    const deadlines = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const page = await spares(query, deadlines);
    const names = await namesOf(page.items.map(({ holder }) => holder));
    showPage(response, 'shelf/shelf', shelfPage(page, query, { names, deadlines }));
  };

  const offer = showingAgain(showNew, async (request, response) => {
    const actor = actorOf(request);
    const { offered, photos } = parsePhotoForm(offerSpareForm, request);
    const { id } = await offerSpare(actor, offered, sentAhead(actor, photos), photoStore, request.submission);
    flash(request, 'flash.spareOffered');
    seeOther(response, link(paths.spare, { spareId: id }));
  });

  const save = async (request: Request, response: Response) => {
    const target = { actor: actorOf(request), spareId: param(request, 'spareId') };
    const { edit, photos } = parsePhotoForm(editSpareForm, request);
    await editSpare(target, edit, sentAhead(target.actor, photos), photoStore);
    flash(request, 'flash.spareSaved');
    seeOther(response, link(paths.spare, { spareId: target.spareId }));
  };

  const update = showingAgain(showEdit, save, async (request) => {
    const spare = await spareOf(param(request, 'spareId'));
    return { values: spareValues(spare), renewed: renewedBy(request, spare) };
  });

  return { show, new: showing(showNew), offer, edit, update };
}

async function showNew(request: Request, response: Response, form: FormState): Promise<void> {
  showPage(response, 'shelf/form', spareFormPage(null, form, await formReader(request, form)));
}

const edit: RequestHandler = async (request, response) => {
  const spare = await spareOf(param(request, 'spareId'));
  await showEdit(request, response, freshForm(spareValues(spare)));
};

async function showEdit(request: Request, response: Response, form: FormState): Promise<void> {
  const spare = await spareOf(param(request, 'spareId'));
  if (!looksAfter(actorOf(request), spare)) throw new Forbidden('error.forbidden');
  showPage(response, 'shelf/form', spareFormPage(spare, form, await formReader(request, form)));
}
