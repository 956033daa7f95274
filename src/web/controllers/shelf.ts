import type { Request, RequestHandler, Response } from 'express';
import { confirmationDeadlines } from '../../domain/spare';
import { looksAfter } from '../../domain/spare-actions';
import { Forbidden } from '../../errors';
import { translator } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { editSpare } from '../../shelf/edit-spare';
import { spareOf, spares } from '../../shelf/find-spares';
import { offerSpare } from '../../shelf/offer-spare';
import { flash } from '../flash';
import { freshForm, showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { editSpareForm, offerSpareForm, shelfQuery } from '../forms/spare';
import { uploadsOf } from '../middleware/upload';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { shelfPage } from '../presenters/shelf-page';
import { spareFormPage, spareValues } from '../presenters/spare-form-page';
import { actorOf } from '../viewer';
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
    const offered = parseForm(offerSpareForm, request.body);
    const { id } = await offerSpare(actorOf(request), offered, uploadsOf(request), photoStore);
    flash(request, 'flash.spareOffered');
    seeOther(response, link(paths.spare, { spareId: id }));
  });

  const update = showingAgain(showEdit, async (request, response) => {
    const target = { actor: actorOf(request), spareId: param(request, 'spareId') };
    await editSpare(target, parseForm(editSpareForm, request.body), uploadsOf(request), photoStore);
    flash(request, 'flash.spareSaved');
    seeOther(response, link(paths.spare, { spareId: target.spareId }));
  });

  return { show, new: showing(showNew), offer, edit, update };
}

function showNew(request: Request, response: Response, form: FormState): void {
  showPage(response, 'shelf/form', spareFormPage(null, form, translator(request.viewer.language)));
}

const edit: RequestHandler = async (request, response) => {
  const spare = await spareOf(param(request, 'spareId'));
  await showEdit(request, response, freshForm(spareValues(spare)));
};

async function showEdit(request: Request, response: Response, form: FormState): Promise<void> {
  const spare = await spareOf(param(request, 'spareId'));
  if (!looksAfter(actorOf(request), spare)) throw new Forbidden('error.forbidden');
  showPage(response, 'shelf/form', spareFormPage(spare, form, translator(request.viewer.language)));
}
