import type { Request, RequestHandler, Response } from 'express';
import { createEntry } from '../../catalogue/create-entry';
import { editEntry } from '../../catalogue/edit-entry';
import { catalogueEntries, catalogueEntryOf } from '../../catalogue/find-entries';
import { appealsOfCatalogueEntry, sparesOfCatalogueEntry } from '../../catalogue/linked';
import { isAgent } from '../../domain/actor';
import { confirmationDeadlines } from '../../domain/spare';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { flash } from '../flash';
import { editEntryForm, newEntryForm } from '../forms/catalogue';
import { freshForm, showing, showingAgain } from '../forms/form-state';
import { parsePhotoForm, renewedBy, sentAhead } from '../forms/photos';
import { seeOther, showPage } from '../page';
import { cataloguePage, entryFormPage, entryPage, entryValues } from '../presenters/catalogue-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { formReader } from './form-reader';
import { param } from './params';

/** The catalogue of things that come again. */
export function catalogueController({ config, photoStore }: Pick<Services, 'config' | 'photoStore'>) {
  const show: RequestHandler = async (request, response) => {
    const entry = await catalogueEntryOf(param(request, 'entryId'));
    const [spares, appeals] = await Promise.all([sparesOfCatalogueEntry(entry.id), appealsOfCatalogueEntry(entry.id)]);
    const names = await namesOf(spares.map(({ holder }) => holder));
    const deadlines = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const mayEdit = isAgent(actorOf(request));
    showPage(response, 'catalogue/entry', entryPage(entry, { spares, appeals, names, deadlines, mayEdit }));
  };

  const create = showingAgain(showNew, async (request, response) => {
    const { words, photos } = parsePhotoForm(newEntryForm, request);
    const { id } = await createEntry(words, sentAhead(actorOf(request), photos), photoStore);
    flash(request, 'flash.entrySaved');
    seeOther(response, link(paths.entry, { entryId: id }));
  });

  const save = async (request: Request, response: Response) => {
    const id = param(request, 'entryId');
    const { edit, photos } = parsePhotoForm(editEntryForm, request);
    await editEntry({ id, ...edit }, sentAhead(actorOf(request), photos), photoStore);
    flash(request, 'flash.entrySaved');
    seeOther(response, link(paths.entry, { entryId: id }));
  };

  const update = showingAgain(showEdit, save, async (request) => {
    const entry = await catalogueEntryOf(param(request, 'entryId'));
    return { values: entryValues(entry), renewed: renewedBy(request, entry) };
  });

  return { list, show, new: showing(showNew), create, edit, update };
}

const list: RequestHandler = async (request, response) => {
  showPage(response, 'catalogue/catalogue', cataloguePage(await catalogueEntries(), isAgent(actorOf(request))));
};

const edit: RequestHandler = async (request, response) => {
  const entry = await catalogueEntryOf(param(request, 'entryId'));
  await showEdit(request, response, freshForm(entryValues(entry)));
};

async function showNew(request: Request, response: Response, form: FormState): Promise<void> {
  showPage(response, 'catalogue/form', entryFormPage(null, form, await formReader(request, form)));
}

async function showEdit(request: Request, response: Response, form: FormState): Promise<void> {
  const entry = await catalogueEntryOf(param(request, 'entryId'));
  showPage(response, 'catalogue/form', entryFormPage(entry, form, await formReader(request, form)));
}
