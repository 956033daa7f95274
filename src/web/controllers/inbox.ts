import type { Request, RequestHandler, Response } from 'express';
import { appealFor, titlesOf } from '../../appeals/find-appeals';
import { InvalidInput } from '../../errors';
import { assignMail, discardMail, keptMails, originalOf } from '../../inbox/kept-mails';
import { paths } from '../../paths';
import type { Services } from '../../services';
import { accessTo, askingWhy } from '../customer-access';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { assignmentForm, discardForm } from '../forms/inbox';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { inboxPage } from '../presenters/inbox-page';
import type { FormState } from '../presenters/option';
import { recordAction, recordReading } from '../recording';
import { actorOf } from '../viewer';
import { param } from './params';

/** Mails that could not be matched: agents say what becomes of them. */
export function inboxController(services: Pick<Services, 'photoStore' | 'audit'>) {
  async function show(
    request: Request,
    response: Response,
    rejected?: { mailId: string; form: FormState },
  ): Promise<void> {
    await recordReading(services.audit, request, 'mails_listed', '');
    const mails = await keptMails();
    const titles = await titlesOf(mails.flatMap(({ appeal }) => (appeal ? [appeal] : [])));
    showPage(response, 'inbox/inbox', inboxPage(mails, { titles, rejected }));
  }

  const page: RequestHandler = (request, response) => show(request, response);

  /** As a file, never shown: what is in it comes from anybody. */
  const original: RequestHandler = async (request, response) => {
    const { raw, appeal } = await originalOf(param(request, 'mailId'));
    // Once it was given to a case, it is read like the rest of it.
    const access = appeal ? await accessTo(request, await appealFor(actorOf(request), appeal)) : null;
    if (appeal && !access) return seeOther(response, askingWhy(appeal, request.originalUrl));
    await recordAction(services.audit, request, 'mail_taken', param(request, 'mailId'), access ?? {});
    response.attachment('mail.eml').type('application/octet-stream').send(raw);
  };

  const assign: RequestHandler = async (request: Request, response) => {
    const mailId = param(request, 'mailId');
    try {
      const { appeal } = parseForm(assignmentForm, request.body);
      await recordAction(services.audit, request, 'mail_assigned', mailId);
      await assignMail(actorOf(request), mailId, appeal, services.photoStore);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(error.status);
      return show(request, response, { mailId, form: refusedForm(error, request) });
    }
    flash(request, 'flash.mailAssigned');
    seeOther(response, paths.inbox);
  };

  const discard: RequestHandler = async (request, response) => {
    parseForm(discardForm, request.body);
    await recordAction(services.audit, request, 'mail_discarded', param(request, 'mailId'));
    await discardMail(actorOf(request), param(request, 'mailId'));
    flash(request, 'flash.mailDiscarded');
    seeOther(response, paths.inbox);
  };

  return { show: page, original, assign, discard };
}
