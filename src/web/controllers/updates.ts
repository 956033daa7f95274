import type { Request, RequestHandler, Response } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { renewStatusLink, revokeStatusLink } from '../../customers/change-status-link';
import { type Customer, customerOf } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';
import { isOpenToCustomer } from '../../domain/approval';
import { channelFacts, channels, signOffOf } from '../../domain/channels';
import { usualPromise } from '../../domain/promise';
import { templateFor, templatesFor } from '../../domain/update-template';
import { InvalidInput, NotFound } from '../../errors';
import { houseTexts } from '../../messages/house-texts';
import { markPosted } from '../../messages/mark-posted';
import { refusePastPromise } from '../../messages/past-promise';
import { sendUpdate } from '../../messages/send-update';
import { takeBackUpdate } from '../../messages/take-back';
import { tryAgain } from '../../messages/try-again';
import { textFor } from '../../messages/update-text';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { freshForm, refusedForm } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { typedValues } from '../forms/typed-values';
import { draftUpdateForm, postedForm, updateForm } from '../forms/update';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { type Composed, updatePage } from '../presenters/update-page';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';
import type { Command } from './command';
import { param } from './params';
import { targetOf } from './target';

type Needs = Pick<Services, 'config' | 'statusLinks' | 'statusUrlOf' | 'outbox' | 'audit'>;

/** Telling the customer: status updates, and the link to their status page. */
export function updatesController(command: Command, services: Needs) {
  const { config, statusUrlOf, outbox } = services;
  const urlFor = ({ statusLink }: Customer) => statusLink && statusUrlOf(statusLink);

  function show(response: Response, { appeal, customer }: Case, composed: Composed, form: FormState): void {
    showPage(response, 'updates/new', updatePage(appeal, customer, urlFor(customer), composed, form));
  }

  // The table of routes is also read without anything to work with.
  const holdMs = () => config.undoSeconds * 1000;

  /** @returns what the template of that milestone says in that channel */
  async function startingText(request: Request, { appeal, customer }: Case, composed: Composed) {
    const texts = await houseTexts(customer.language);
    const signOff = signOffOf(request.viewer.name);
    const text = textFor(appeal, customer, { ...composed, texts, signOff, statusUrl: urlFor(customer) });
    return { ...text, hearsBy: usualPromise(composed.template, new Date(), config.calendar) };
  }

  const compose: RequestHandler = async (request, response) => {
    const found = await caseOf(request);
    const composed = composedBy(request.query, found.appeal);
    show(response, found, composed, freshForm({ ...(await startingText(request, found, composed)) }));
  };

  /** Shows the composer again: the preview of what was typed, or the text of another channel while nothing was. */
  async function goOn(request: Request, response: Response, found: Case, before: Composed): Promise<void> {
    const typed = parseForm(draftUpdateForm, request.body);
    const now = composedBy({ ...before, ...(typed.intent !== 'preview' && { channel: typed.intent }) }, found.appeal);
    const untouched = (await startingText(request, found, before)).body === typed.body;
    const fresh = await startingText(request, found, now);
    const form = {
      subject: typed.subject || fresh.subject,
      body: untouched ? fresh.body : typed.body,
      hearsBy: typed.hearsBy,
    };
    show(response, found, now, freshForm(form));
  }

  const send: RequestHandler = async (request, response) => {
    const found = await caseOf(request);
    const composed = composedBy(request.body, found.appeal);
    try {
      if (wantsMore(request.body)) return await goOn(request, response, found, composed);
      const { version, subject, body, hearsBy } = parseForm(updateForm, request.body);
      refusePastPromise(hearsBy, config.calendar);
      const target = targetOf(request, version);
      const update = { channel: composed.channel, subject, body, hearsBy };
      await sendUpdate(target, update, urlFor(found.customer), holdMs(), config.webhook?.channels);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(error.status);
      return show(response, found, composed, refusedForm(error, request));
    }
    outbox.nudge();
    flash(request, channelFacts[composed.channel].delivery === 'note' ? 'flash.updateNoted' : 'flash.updateSent');
    seeOther(response, link(paths.appeal, { id: found.appeal.id }));
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
    renewLink: command('linkRenewed', bareForm, async (target, _form, request) => {
      await recordAction(services.audit, request, 'status_link_renewed', target.appealId);
      await renewStatusLink(target, services.statusLinks);
    }),
    revokeLink: command('linkRevoked', bareForm, async (target, _form, request) => {
      await recordAction(services.audit, request, 'status_link_revoked', target.appealId);
      await revokeStatusLink(target);
    }),
  };
}

interface Case {
  appeal: Appeal;
  customer: Customer;
}

async function caseOf(request: Request): Promise<Case> {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  const customer = await customerOf(appeal.id);
  if (!customer || !isOpenToCustomer(appeal)) throw new NotFound();
  return { appeal, customer };
}

/** The milestone and channel that were asked for, or else those that fit the case. */
function composedBy(asked: unknown, appeal: Appeal): Composed {
  const { template, channel } = typedValues(asked);
  return {
    template: templatesFor(appeal).find((name) => name === template) ?? templateFor(appeal),
    channel: channels.find((name) => name === channel) ?? appeal.channel,
  };
}

function wantsMore(body: unknown): boolean {
  const { intent = 'send' } = typedValues(body);
  return intent !== 'send';
}
