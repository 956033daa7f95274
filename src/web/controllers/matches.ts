import type { Request, RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { mergeAppeals, unmergeAppeal } from '../../appeals/merge';
import { waitingPhotos } from '../../appeals/waiting-photos';
import { dismiss } from '../../matching/dismissals';
import { soughtBy, suggest } from '../../matching/suggest';
import { ensureFingerprints } from '../../matching/take-fingerprints';
import { link, paths } from '../../paths';
import type { PhotoStore } from '../../photos/photo-store';
import { flash } from '../flash';
import { freshForm, type ShowForm, showingAgain } from '../forms/form-state';
import { candidateForm, mergeForm, typedAppeal } from '../forms/matches';
import { parseForm } from '../forms/parse';
import { typedValues } from '../forms/typed-values';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import { matchesPage } from '../presenters/matches-page';
import { actorOf } from '../viewer';
import { param } from './params';
import { targetOf } from './target';

/** What may be the thing an appeal seeks, and what an agent says to it. */
export const matchesController = {
  show: (async (request, response) => {
    const actor = actorOf(request);
    const appeal = await appealFor(actor, param(request, 'id'));
    showPage(response, 'appeals/matches', matchesPage(await suggest(soughtBy(appeal)), { appeal, actor }));
  }) satisfies RequestHandler,

  dismiss: (async (request, response) => {
    const id = param(request, 'id');
    await dismiss(actorOf(request), id, parseForm(candidateForm, request.body));
    flash(request, 'flash.dismissed');
    seeOther(response, link(paths.matches, { id }));
  }) satisfies RequestHandler,

  merge: (async (request, response) => {
    const { into, version } = parseForm(mergeForm, request.body);
    await mergeAppeals(targetOf(request, version), into);
    flash(request, 'flash.merged');
    seeOther(response, link(paths.appeal, { id: into }));
  }) satisfies RequestHandler,

  unmerge: (async (request, response) => {
    const id = param(request, 'id');
    const { version } = parseForm(bareForm, request.body);
    await unmergeAppeal(targetOf(request, version));
    flash(request, 'flash.unmerged');
    seeOther(response, link(paths.appeal, { id }));
  }) satisfies RequestHandler,
};

/**
 * Looks for what is being typed: as a piece of the page for the script, and for others as the form with all they typed.
 * @param showForm shows the appeal's form
 */
export function matchesWhileTyping(showForm: ShowForm, photoStore: PhotoStore): RequestHandler {
  return showingAgain(showForm, async (request: Request, response: Response) => {
    const { waiting, ...sought } = typedAppeal(request);
    const photos = (await waitingPhotos(actorOf(request), waiting)).map(({ photo }) => photo.id);
    await ensureFingerprints(photoStore, photos);
    const page = matchesPage(await suggest({ ...sought, photos }), null);
    if (request.get('X-Fragment')) return response.render('appeals/matches-list', { ...page, layout: false });
    response.locals.matches = page;
    return showForm(request, response, freshForm(typedValues(request.body)));
  });
}
