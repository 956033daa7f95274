import type { Request, Response } from 'express';
import { editAppeal } from '../../appeals/edit-appeal';
import { appealFor } from '../../appeals/find-appeals';
import { openAppeal } from '../../appeals/open-appeal';
import { publish } from '../../appeals/publish';
import { catalogueEntries } from '../../catalogue/find-entries';
import { sparesOfCatalogueEntry } from '../../catalogue/linked';
import { customerOf } from '../../customers/customer';
import { confirmationDeadlines } from '../../domain/spare';
import { AppError } from '../../errors';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { reserveSpare } from '../../shelf/reserve-spare';
import { flash } from '../flash';
import { editAppealForm, newAppealForm } from '../forms/appeal';
import { appealValues } from '../forms/appeal-values';
import { freshForm, type Standing, showing, showingAgain } from '../forms/form-state';
import { parsePhotoForm, renewedBy, sentAhead } from '../forms/photos';
import { typedValues } from '../forms/typed-values';
import { seeOther, showPage } from '../page';
import { type AppealFormReader, appealFormPage } from '../presenters/appeal-form-page';
import type { FormState } from '../presenters/option';
import { recordAction } from '../recording';
import { eventsOf } from '../since';
import { actorOf } from '../viewer';
import { formReader } from './form-reader';
import { param } from './params';
import { targetAt, targetOf } from './target';

/** Opening an appeal and changing what it says. */
export function appealsController(services: Pick<Services, 'photoStore' | 'statusLinks' | 'config' | 'audit'>) {
  async function showNew(request: Request, response: Response, form: FormState): Promise<void> {
    showPage(response, 'appeals/form', appealFormPage(null, form, await readerOf(request, form, form.values.entryId)));
  }

  async function showEdit(request: Request, response: Response, form: FormState): Promise<void> {
    const appeal = await appealFor(actorOf(request), param(request, 'id'));
    showPage(response, 'appeals/form', appealFormPage(appeal, form, await readerOf(request, form, undefined)));
  }

  /** @param entryId of the catalogue, as it was chosen; anything */
  async function readerOf(request: Request, form: FormState, entryId: unknown): Promise<AppealFormReader> {
    const entries = await catalogueEntries();
    const chosen = entries.find(({ id }) => id === entryId);
    const spares = chosen ? await sparesOfCatalogueEntry(chosen.id) : [];
    const names = await namesOf(spares.map(({ holder }) => holder));
    const deadlines = confirmationDeadlines(new Date(), services.config.spareConfirmDays);
    return { ...(await formReader(request, form)), entries, spares, names, deadlines };
  }

  return {
    showNew,
    new: showing(showNew, ({ query }) => ({ entryId: query.entry })),
    create: showingAgain(showNew, async (request, response) => {
      const actor = actorOf(request);
      const { publish: atOnce, spareId, photos, ...given } = parsePhotoForm(newAppealForm, request);
      const { id } = await openAppeal(actor, given, sentAhead(actor, photos), services, request.submission);
      if (atOnce) await publish(targetAt(request, id));
      flash(request, atOnce ? 'flash.published' : 'flash.draftSaved');
      if (atOnce && spareId) await takeSpare(request, id, spareId);
      seeOther(response, link(paths.appeal, { id }));
    }),
    edit: async (request: Request, response: Response) => {
      const appeal = await appealFor(actorOf(request), param(request, 'id'));
      await showEdit(request, response, freshForm(appealValues(appeal, await customerOf(appeal.id))));
    },
    update: showingAgain(showEdit, save, standing),
  };

  async function save(request: Request, response: Response): Promise<void> {
    const { edit, photos, seenVersion, publish: atOnce } = parsePhotoForm(editAppealForm, request);
    const target = targetOf(request);
    const sent = sentAhead(target.actor, photos);
    await recordAction(services.audit, request, 'customer_changed', target.appealId);
    await editAppeal({ ...target, seenVersion }, edit, sent, services.photoStore);
    if (atOnce) await publish(target);
    flash(request, atOnce ? 'flash.published' : 'flash.appealSaved');
    seeOther(response, link(paths.appeal, { id: target.appealId }));
  }
}

/** What was published, edited or corrected while an agent had the form open. */
async function standing(request: Request): Promise<Standing> {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  const values = appealValues(appeal, await customerOf(appeal.id));
  const seen = Number(typedValues(request.body).version);
  const since = await eventsOf({ ...appeal, timeline: appeal.timeline.slice(seen) }, request.viewer);
  return { values, renewed: { ...renewedBy(request, appeal), languageSeen: values.languageSeen }, since };
}

/** The appeal stands by now: a spare somebody else took meanwhile is told, and the search goes on. */
async function takeSpare(request: Request, appealId: string, spareId: string): Promise<void> {
  try {
    await reserveSpare(targetAt(request, appealId), spareId);
    flash(request, 'flash.reserve');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    flash(request, 'flash.spareGone', {}, 'notice');
  }
}
