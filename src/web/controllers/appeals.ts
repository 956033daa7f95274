import type { Request, Response } from 'express';
import { editAppeal } from '../../appeals/edit-appeal';
import { appealFor } from '../../appeals/find-appeals';
import { openAppeal } from '../../appeals/open-appeal';
import { publish } from '../../appeals/publish';
import { customerOf } from '../../customers/customer';
import { translator } from '../../i18n/translator';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { editAppealForm, newAppealForm } from '../forms/appeal';
import { appealValues } from '../forms/appeal-values';
import { freshForm, showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { uploadsOf } from '../middleware/upload';
import { seeOther, showPage } from '../page';
import { appealFormPage } from '../presenters/appeal-form-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { param } from './params';

/** Opening an appeal and changing what it says. */
export function appealsController(services: Pick<Services, 'photoStore' | 'statusLinks'>) {
  return {
    showNew,
    new: showing(showNew),
    create: showingAgain(showNew, async (request, response) => {
      const actor = actorOf(request);
      const { publish: atOnce, ...given } = parseForm(newAppealForm, request.body);
      const { id } = await openAppeal(actor, given, uploadsOf(request), services);
      if (atOnce) await publish({ actor, appealId: id });
      flash(request, atOnce ? 'flash.published' : 'flash.draftSaved');
      seeOther(response, link(paths.appeal, { id }));
    }),
    edit: async (request: Request, response: Response) => {
      const appeal = await appealFor(actorOf(request), param(request, 'id'));
      await showEdit(request, response, freshForm(appealValues(appeal, await customerOf(appeal.id))));
    },
    update: showingAgain(showEdit, async (request, response) => {
      const { edit, seenVersion, publish: atOnce } = parseForm(editAppealForm, request.body);
      const target = { actor: actorOf(request), appealId: param(request, 'id') };
      await editAppeal({ ...target, seenVersion }, edit, uploadsOf(request), services.photoStore);
      if (atOnce) await publish(target);
      flash(request, atOnce ? 'flash.published' : 'flash.appealSaved');
      seeOther(response, link(paths.appeal, { id: target.appealId }));
    }),
  };
}

function showNew(request: Request, response: Response, form: FormState): void {
  showPage(response, 'appeals/form', appealFormPage(null, form, translator(request.viewer.language)));
}

async function showEdit(request: Request, response: Response, form: FormState): Promise<void> {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  showPage(response, 'appeals/form', appealFormPage(appeal, form, translator(request.viewer.language)));
}
