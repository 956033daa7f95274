import type { RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { arrive, leave, othersAt } from '../../live/presence';
import { parseForm } from '../forms/parse';
import { presenceForm } from '../forms/presence';
import { actorOf } from '../viewer';
import { param } from './params';

/** An agent's page says that it is looked at, and hears who else looks: a piece of that page. */
export const showPresence: RequestHandler = async (request, response) => {
  const actor = actorOf(request);
  const { id } = await appealFor(actor, param(request, 'id'));
  const { doing } = parseForm(presenceForm, request.body);
  if (doing === 'leaving') await leave(actor, id);
  else await arrive(actor, id, doing === 'editing');
  response.render('appeals/presence', { others: await othersAt(actor, id), layout: false });
};
