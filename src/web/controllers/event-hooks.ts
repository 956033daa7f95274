import type { Request, RequestHandler, Response } from 'express';
import { deliveriesTo, replayDelivery, replayFailed } from '../../event-hooks/deliveries';
import { addEventHook, eventHookOf, eventHooks, removeEventHook, switchOnEventHook } from '../../event-hooks/hooks';
import { testEventHook } from '../../event-hooks/test-hook';
import { translator } from '../../i18n/translator';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { eventHookForm, replayForm } from '../forms/event-hook';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import { eventHookPage, eventHooksPage } from '../presenters/event-hooks-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { param } from './params';

/** Programs outside that are told what happens, and what came of it. */
export function eventHooksController({ eventHookTools }: Pick<Services, 'eventHookTools'>) {
  const add = showingAgain(list, async (request, response) => {
    const eventHookId = await addEventHook(actorOf(request), parseForm(eventHookForm, request.body));
    flash(request, 'flash.eventHookAdded');
    seeOther(response, link(paths.eventHook, { eventHookId }));
  });

  const show: RequestHandler = async (request, response) => {
    const hook = await eventHookOf(hookIn(request));
    const deliveries = await deliveriesTo(hook.id);
    showPage(response, 'admin/webhook', eventHookPage(hook, deliveries, eventHookTools.secretOf(hook)));
  };

  const test: RequestHandler = async (request, response) => {
    parseForm(bareForm, request.body);
    const status = await testEventHook(await eventHookOf(hookIn(request)), eventHookTools);
    const isTaken = status !== null && status >= 200 && status < 300;
    if (isTaken) flash(request, 'flash.eventHookTested', { status });
    else flash(request, 'flash.eventHookFailed', { status: status ?? '–' }, 'notice');
    back(request, response);
  };

  return { list: showing(list), add, show, test, end, switchOn, replay };
}

async function list(request: Request, response: Response, form: FormState): Promise<void> {
  const heading = translator(request.viewer.language)('eventHook.title');
  showPage(response, 'admin/webhooks', eventHooksPage(await eventHooks(), heading, form));
}

const end: RequestHandler = async (request, response) => {
  parseForm(bareForm, request.body);
  await removeEventHook(hookIn(request));
  flash(request, 'flash.eventHookRemoved');
  seeOther(response, paths.eventHooks);
};

const switchOn: RequestHandler = async (request, response) => {
  parseForm(bareForm, request.body);
  await switchOnEventHook(hookIn(request));
  flash(request, 'flash.eventHookSwitchedOn');
  back(request, response);
};

const replay: RequestHandler = async (request, response) => {
  const { delivery } = parseForm(replayForm, request.body);
  const hook = await eventHookOf(hookIn(request));
  await (delivery === '' ? replayFailed(hook.id) : replayDelivery(hook.id, delivery));
  flash(request, 'flash.eventHookReplayed');
  back(request, response);
};

function hookIn(request: Request): string {
  return param(request, 'eventHookId');
}

function back(request: Request, response: Response): void {
  seeOther(response, link(paths.eventHook, { eventHookId: hookIn(request) }));
}
