import type { Request, RequestHandler, Response } from 'express';
import { titlesOf } from '../../appeals/find-appeals';
import { InvalidInput } from '../../errors';
import { assignMail, discardMail, keptMails, originalOf } from '../../inbox/kept-mails';
import { paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { assignmentForm, discardForm } from '../forms/inbox';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { inboxPage } from '../presenters/inbox-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { param } from './params';

/** Mails that could not be matched: agents say what becomes of them. */
export function inboxController({ photoStore }: Pick<Services, 'photoStore'>) {
  async function show(response: Response, rejected?: { mailId: string; form: FormState }): Promise<void> {
    const mails = await keptMails();
    const titles = await titlesOf(mails.flatMap(({ appeal }) => (appeal ? [appeal] : [])));
    showPage(response, 'inbox/inbox', inboxPage(mails, { titles, rejected }));
  }

  const page: RequestHandler = (_request, response) => show(response);

  /** As a file, never shown: what is in it comes from anybody. */
  const original: RequestHandler = async (request, response) => {
    const raw = await originalOf(param(request, 'mailId'));
    response.attachment('mail.eml').type('application/octet-stream').send(raw);
  };

  const assign: RequestHandler = async (request: Request, response) => {
    const mailId = param(request, 'mailId');
    try {
      const { appeal } = parseForm(assignmentForm, request.body);
      await assignMail(actorOf(request), mailId, appeal, photoStore);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(error.status);
      return show(response, { mailId, form: refusedForm(error, request) });
    }
    flash(request, 'flash.mailAssigned');
    seeOther(response, paths.inbox);
  };

  const discard: RequestHandler = async (request, response) => {
    parseForm(discardForm, request.body);
    await discardMail(actorOf(request), param(request, 'mailId'));
    flash(request, 'flash.mailDiscarded');
    seeOther(response, paths.inbox);
  };

  return { show: page, original, assign, discard };
}
