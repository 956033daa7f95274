import type { Request, RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { renewStatusLink, revokeStatusLink } from '../../customers/change-status-link';
import { type Customer, customerOf } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';
import { templateFor, type UpdateTemplate, updateTemplates } from '../../domain/update-template';
import { InvalidInput, NotFound } from '../../errors';
import { markPosted } from '../../messages/mark-posted';
import { sendUpdate } from '../../messages/send-update';
import { takeBackUpdate } from '../../messages/take-back';
import { tryAgain } from '../../messages/try-again';
import { textFor } from '../../messages/update-text';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { freshForm, refusedForm } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { postedForm, updateForm } from '../forms/update';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { updatePage } from '../presenters/update-page';
import { actorOf } from '../viewer';
import type { Command } from './command';
import { param } from './params';

type Needs = Pick<Services, 'config' | 'statusLinks' | 'statusUrlOf' | 'outbox'>;

/** Telling the customer: status updates, and the link to their status page. */
export function updatesController(command: Command, { config, statusLinks, statusUrlOf, outbox }: Needs) {
  const urlFor = ({ statusLink }: Customer) => statusLink && statusUrlOf(statusLink);

  // The table of routes is also read without anything to work with.
  const holdMs = () => config.undoSeconds * 1000;

  const compose: RequestHandler = async (request, response) => {
    const { appeal, customer } = await caseOf(request);
    const template = wantedTemplate(request.query.template) ?? templateFor(appeal);
    const text = textFor(template, appeal, customer, urlFor(customer));
    show(response, appeal, customer, template, freshForm({ ...text }));
  };

  const send: RequestHandler = async (request, response) => {
    const { appeal, customer } = await caseOf(request);
    try {
      const { version, subject, body } = parseForm(updateForm, request.body);
      const target = { actor: actorOf(request), appealId: appeal.id, seenVersion: version };
      await sendUpdate(target, { channel: appeal.channel, subject, body }, urlFor(customer), holdMs());
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const form = refusedForm(error, request);
      response.status(error.status);
      return show(response, appeal, customer, wantedTemplate(form.values.template) ?? templateFor(appeal), form);
    }
    outbox.nudge();
    flash(request, 'flash.updateSent');
    seeOther(response, link(paths.appeal, { id: appeal.id }));
  };

  return {
    compose,
    send,
    markPosted: command('updatePosted', postedForm, (target, form, request) =>
      markPosted(target, param(request, 'messageId'), form.link),
    ),
    takeBack: command('updateTakenBack', bareForm, (target, _form, request) =>
      takeBackUpdate(target, param(request, 'messageId')),
    ),
    tryAgain: command('updateQueuedAgain', bareForm, async (target, _form, request) => {
      await tryAgain(target, param(request, 'messageId'));
      outbox.nudge();
    }),
    renewLink: command('linkRenewed', bareForm, (target) => renewStatusLink(target, statusLinks)),
    revokeLink: command('linkRevoked', bareForm, revokeStatusLink),
  };
}

async function caseOf(request: Request): Promise<{ appeal: Appeal; customer: Customer }> {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  const customer = await customerOf(appeal.id);
  if (!customer || appeal.status === 'draft') throw new NotFound();
  return { appeal, customer };
}

function show(response: Response, appeal: Appeal, customer: Customer, template: UpdateTemplate, form: FormState): void {
  showPage(response, 'updates/new', updatePage(appeal, customer, template, form));
}

function wantedTemplate(value: unknown): UpdateTemplate | undefined {
  return updateTemplates.find((template) => template === value);
}
