import type { Request, RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { mergeAppeals, unmergeAppeal } from '../../appeals/merge';
import { dismiss } from '../../matching/dismissals';
import { looksOfUpload } from '../../matching/looks';
import { soughtBy, suggest } from '../../matching/suggest';
import { link, paths } from '../../paths';
import { flash } from '../flash';
import type { ShowForm } from '../forms/form-state';
import { freshForm } from '../forms/form-state';
import { candidateForm, mergeForm, typedAppeal } from '../forms/matches';
import { parseForm } from '../forms/parse';
import { typedValues } from '../forms/typed-values';
import { bareForm } from '../forms/version';
import { uploadsOf } from '../middleware/upload';
import { seeOther, showPage } from '../page';
import { matchesPage } from '../presenters/matches-page';
import { actorOf } from '../viewer';
import { param } from './params';

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
    await mergeAppeals({ actor: actorOf(request), appealId: param(request, 'id'), seenVersion: version }, into);
    flash(request, 'flash.merged');
    seeOther(response, link(paths.appeal, { id: into }));
  }) satisfies RequestHandler,

  unmerge: (async (request, response) => {
    const id = param(request, 'id');
    const { version } = parseForm(bareForm, request.body);
    await unmergeAppeal({ actor: actorOf(request), appealId: id, seenVersion: version });
    flash(request, 'flash.unmerged');
    seeOther(response, link(paths.appeal, { id }));
  }) satisfies RequestHandler,
};

/**
 * Looks for what is being typed: as a piece of the page for the script, and for others as the form with all they typed.
 * @param showForm shows the appeal's form
 */
export function matchesWhileTyping(showForm: ShowForm): RequestHandler {
  return async (request: Request, response: Response) => {
    const sought = typedAppeal(request.body);
    const [photo] = uploadsOf(request);
    const looks = photo ? { looks: await looksOfUpload(photo) } : {};
    const page = matchesPage(await suggest({ ...sought, ...looks }), null);
    if (request.get('X-Fragment')) return response.render('appeals/matches-list', { ...page, layout: false });
    response.locals.matches = page;
    return showForm(request, response, freshForm(typedValues(request.body)));
  };
}
