import type { Request, Response } from 'express';
import { saveSynonyms, synonymGroups } from '../../matching/edit-synonyms';
import { paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { synonymsForm, synonymsQuery } from '../forms/synonyms';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { synonymsPage } from '../presenters/synonyms-page';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';

/** Words of one meaning. */
export const synonymsController = (services: Pick<Services, 'audit'>) => ({
  show: showing(show),
  save: showingAgain(show, async (request, response) => {
    const { key, words } = parseForm(synonymsForm, request.body);
    await recordAction(services.audit, request, 'synonyms_changed', 'synonyms');
    await saveSynonyms(actorOf(request), key, words);
    flash(request, words === '' ? 'flash.synonymsRemoved' : 'flash.synonymsSaved');
    const [first = ''] = words.split(',');
    seeOther(response, `${paths.synonyms}?${new URLSearchParams({ q: first.trim() })}`);
  }),
});

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  const { q } = synonymsQuery.parse(request.query);
  showPage(response, 'admin/synonyms', synonymsPage(await synonymGroups(q), q, form));
}
