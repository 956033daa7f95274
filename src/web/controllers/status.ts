import type { Request, RequestHandler, Response } from 'express';
import { confirmDelivery } from '../../appeals/confirm-delivery';
import { appealFor } from '../../appeals/find-appeals';
import type { Visit } from '../../customers/visit';
import { InvalidInput } from '../../errors';
import { translator } from '../../i18n/translator';
import { messagesOf } from '../../messages/find-messages';
import { receiveReply, receiveThanks } from '../../messages/receive-words';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { confirmForm, replyForm, thanksForm } from '../forms/status';
import { seeOther, showPage } from '../page';
import { type StatusReader, statusHref, statusPage } from '../presenters/customer/status-page';
import { visitOf } from '../visit';
import { param } from './params';

/** The customer's own page, by secret link: reading it changes nothing, so that mail scanners may open it. */
export function statusController({ statusUrlOf }: Pick<Services, 'statusUrlOf'>) {
  async function show(request: Request, response: Response, rejected?: StatusReader['rejected']): Promise<void> {
    const { actor, customer } = visitOf(request);
    const appeal = await appealFor(actor, actor.appealId);
    const { language } = request.viewer;
    const page = statusPage(appeal, {
      actor,
      token: param(request, 'token'),
      language,
      ownLanguage: customer.language,
      t: translator(language),
      messages: await messagesOf(appeal.id),
      names: await namesOf(appeal.finds.map(({ finder }) => finder)),
      statusUrl: customer.statusLink ? statusUrlOf(customer.statusLink) : '',
      rejected,
    });
    showPage(response, 'status/show', page);
  }

  /** @param name of the form, and of the sentence said when it is done (`flash.customer.<name>`) */
  function form(name: string, submit: (visit: Visit, request: Request) => Promise<unknown>): RequestHandler {
    return async (request, response) => {
      const visit = visitOf(request);
      try {
        await submit(visit, request);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        response.status(error.status);
        return show(request, response, { name, form: refusedForm(error, request) });
      }
      flash(request, `flash.customer.${name}`);
      seeOther(response, statusHref(param(request, 'token'), request.viewer.language, visit.customer.language));
    };
  }

  const page: RequestHandler = (request, response) => show(request, response);
  return {
    show: page,
    confirm: form('confirmed', ({ actor }, request) => {
      parseForm(confirmForm, request.body);
      return confirmDelivery({ actor, appealId: actor.appealId });
    }),
    reply: form('reply', ({ actor }, request) => {
      const { words } = parseForm(replyForm, request.body);
      return receiveReply({ actor, appealId: actor.appealId }, request.viewer.language, words);
    }),
    thank: form('thanks', ({ actor }, request) => {
      const { words, shareable } = parseForm(thanksForm, request.body);
      return receiveThanks({ actor, appealId: actor.appealId }, request.viewer.language, words, shareable);
    }),
  };
}
