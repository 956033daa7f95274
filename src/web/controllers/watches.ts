import type { Request, RequestHandler } from 'express';
import type { AccountActor } from '../../domain/actor';
import { watchNewsFor } from '../../matching/watch-news';
import { endWatch, keepWatch, watchSeen } from '../../matching/watches';
import { paths } from '../../paths';
import { flash } from '../flash';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { watchForm } from '../forms/watch';
import { seeOther, showPage } from '../page';
import { watchesPage } from '../presenters/watches-page';
import { actorOf } from '../viewer';
import { param } from './params';

/** The searches an agent keeps. */
export const watchesController = {
  show: (async (request, response) => {
    showPage(response, 'watches/watches', watchesPage(await watchNewsFor(actorOf(request))));
  }) satisfies RequestHandler,
  create: press('flash.watchKept', (actor, request) => keepWatch(actor, parseForm(watchForm, request.body))),
  seen: press('flash.watchSeen', (actor, request) => {
    parseForm(bareForm, request.body);
    return watchSeen(actor, param(request, 'watchId'));
  }),
  end: press('flash.watchEnded', (actor, request) => {
    parseForm(bareForm, request.body);
    return endWatch(actor, param(request, 'watchId'));
  }),
};

function press(sentence: string, run: (actor: AccountActor, request: Request) => Promise<void>): RequestHandler {
  return async (request, response) => {
    await run(actorOf(request), request);
    flash(request, sentence);
    seeOther(response, paths.watches);
  };
}
