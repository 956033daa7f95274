import type { Request, RequestHandler, Response } from 'express';
import { appealsNamed, openItemsOf } from '../../appeals/find-appeals';
import { catalogueEntries } from '../../catalogue/find-entries';
import { linkSpare } from '../../catalogue/link';
import { isAgent } from '../../domain/actor';
import { confirmationDeadlines } from '../../domain/spare';
import { InvalidInput } from '../../errors';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { confirmStillThere } from '../../shelf/confirm-still-there';
import { spareOf } from '../../shelf/find-spares';
import { giveAway } from '../../shelf/give-away';
import type { SpareTarget } from '../../shelf/look-after-spare';
import { reserveSpare } from '../../shelf/reserve-spare';
import { withdrawSpare } from '../../shelf/withdraw-spare';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { giveAwayForm, linkForm, pressForm, reserveForForm } from '../forms/spare';
import { seeOther, showPage } from '../page';
import { type SpareReader, sparePage } from '../presenters/spare-page';
import { actorOf } from '../viewer';
import { param } from './params';
import { targetAt } from './target';

/** One spare, and what is done to it. */
export function spareController({ config }: Pick<Services, 'config'>) {
  async function show(request: Request, response: Response, rejected?: SpareReader['rejected']): Promise<void> {
    const actor = actorOf(request);
    const spare = await spareOf(param(request, 'spareId'));
    const related = [spare.appeal ?? '', ...spare.reservations.map(({ appealId }) => appealId)];
    const [names, appeals, open, entries] = await Promise.all([
      namesOf([spare.holder]),
      appealsNamed(actor, related),
      isAgent(actor) ? openItemsOf(actor.id) : [],
      catalogueEntries(),
    ]);
    const deadlines = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const known = new Map(appeals.map((appeal) => [appeal.id, appeal]));
    showPage(response, 'shelf/spare', sparePage(spare, { actor, names, deadlines, known, open, entries, rejected }));
  }

  /**
   * @param name of the form, under which a refused one comes back, and of the sentence said (`flash.<name>`)
   * @param run the verb; gives the address to go on at, where that is not the spare's page
   */
  function press(name: string, run: (target: SpareTarget, request: Request) => Promise<unknown>): RequestHandler {
    return async (request, response) => {
      const target = { actor: actorOf(request), spareId: param(request, 'spareId') };
      try {
        const next = await run(target, request);
        flash(request, `flash.${name}`);
        seeOther(response, typeof next === 'string' ? next : link(paths.spare, { spareId: target.spareId }));
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        response.status(error.status);
        await show(request, response, { name, form: refusedForm(error, request) });
      }
    };
  }

  const page: RequestHandler = (request, response) => show(request, response);
  return {
    show: page,
    confirm: press('spareConfirmed', async (target, request) => {
      parseForm(pressForm, request.body);
      await confirmStillThere(target);
      return paths.myFinds;
    }),
    giveAway: press('giveAway', (target, request) => giveAway(target, parseForm(giveAwayForm, request.body).quantity)),
    withdraw: press('spareWithdrawn', (target, request) => {
      parseForm(pressForm, request.body);
      return withdrawSpare(target);
    }),
    reserve: press('reserve', async ({ spareId }, request) => {
      const { appealId, quantity } = parseForm(reserveForForm, request.body);
      await reserveSpare(targetAt(request, appealId), spareId, quantity);
      return link(paths.appeal, { id: appealId });
    }),
    link: press('spareLinked', ({ spareId }, request) => linkSpare(spareId, parseForm(linkForm, request.body).entryId)),
  };
}
