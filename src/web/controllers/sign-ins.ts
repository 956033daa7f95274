import type { RequestHandler } from 'express';
import { paths } from '../../paths';
import { endSignIn, endSignIns } from '../../people/sign-ins';
import type { Services } from '../../services';
import { farewell } from '../farewell';
import { flash } from '../flash';
import { buttonForm } from '../forms/account';
import { parseForm } from '../forms/parse';
import { seeOther } from '../page';
import { logOut } from '../session';
import { actorOf } from '../viewer';
import { param } from './params';

/** Where somebody is signed in: one of the places ends, or all of them, this one too. */
export function signInsController(services: Services) {
  const endOne: RequestHandler = async (request, response) => {
    parseForm(buttonForm, request.body);
    const signInId = param(request, 'signInId');
    await endSignIn(actorOf(request), signInId);
    services.streams.endSignIns([signInId]);
    flash(request, 'flash.signInEnded');
    seeOther(response, paths.profile);
  };
  const endAll: RequestHandler = async (request, response) => {
    parseForm(buttonForm, request.body);
    const leave = await farewell(request, services);
    services.streams.endSignIns(await endSignIns(actorOf(request)));
    await logOut(request);
    flash(request, 'flash.signedOutEverywhere');
    leave(response);
  };
  return { endOne, endAll };
}
