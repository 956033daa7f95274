import type { RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { releasedClaim } from '../../domain/found-thing';
import { NotFound } from '../../errors';
import { foundThingOf } from '../../found/found-thing';
import { namesOf } from '../../people/accounts';
import { showPage } from '../page';
import { accountsOfThing } from '../presenters/agent/owner';
import { handOverPage } from '../presenters/print/hand-over-page';
import { actorOf } from '../viewer';
import { param } from './params';

/** The receipt for a found thing, once it was released to somebody. */
export const handOverReceipt: RequestHandler = async (request, response) => {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  const thing = appeal.kind === 'owner' ? await foundThingOf(appeal.id) : null;
  const claim = thing && releasedClaim(thing);
  if (!thing || !claim) throw new NotFound();
  showPage(response, 'print/hand-over', handOverPage(appeal, claim, await namesOf(accountsOfThing(thing))));
};
