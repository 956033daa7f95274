import type { Request, RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { customerOf } from '../../customers/customer';
import { isAgent } from '../../domain/actor';
import { type Appeal, findOf } from '../../domain/appeal';
import type { Find } from '../../domain/find';
import { NotFound } from '../../errors';
import { namesOf, placesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { showPage } from '../page';
import { labelPage, packingSlipPage, slipPage } from '../presenters/print/papers';
import { deliveryPage, findReceiptPage } from '../presenters/print/receipt-page';
import { actorOf } from '../viewer';
import { param } from './params';

/** What is printed, and what a phone opens that scans it. */
export function papersController({ config, statusUrlOf }: Pick<Services, 'config' | 'statusUrlOf'>) {
  const slip: RequestHandler = async (request, response) => {
    const appeal = await appealIn(request);
    const find = travellingFind(request, appeal);
    const [names, places] = await Promise.all([namesOf([find.finder, appeal.openedBy]), placesOf([appeal.openedBy])]);
    const to = { name: names.get(appeal.openedBy) ?? '', place: places.get(appeal.openedBy) ?? '' };
    const who = { finderName: names.get(find.finder) ?? '', to };
    showPage(response, 'print/slip', slipPage(appeal, find, who, config.baseUrl));
  };

  const label: RequestHandler = async (request, response) => {
    const appeal = await parcelCase(request);
    const [customer, places] = await Promise.all([customerOf(appeal.id), placesOf([appeal.openedBy])]);
    const from = [config.brandName, places.get(appeal.openedBy)].filter(Boolean).join('\n');
    showPage(response, 'print/label', labelPage(appeal, customer, from, config.baseUrl));
  };

  const packingSlip: RequestHandler = async (request, response) => {
    const appeal = await parcelCase(request);
    const customer = await customerOf(appeal.id);
    const isValid = customer?.statusLink && customer.statusLink.expiresAt > new Date();
    const statusUrl = isValid && customer.statusLink ? statusUrlOf(customer.statusLink) : null;
    showPage(response, 'print/packing-slip', packingSlipPage(appeal, customer, statusUrl));
  };

  const receipt: RequestHandler = async (request, response) => {
    const appeal = await appealIn(request);
    showPage(response, 'print/received', findReceiptPage(actorOf(request), appeal, findIn(request, appeal)));
  };

  const delivery: RequestHandler = async (request, response) => {
    showPage(response, 'print/received', deliveryPage(actorOf(request), await appealIn(request)));
  };

  return { slip, label, packingSlip, receipt, delivery };
}

function appealIn(request: Request): Promise<Appeal> {
  return appealFor(actorOf(request), param(request, 'id'));
}

/** A person is found by words: nothing is sent to anybody. */
async function parcelCase(request: Request): Promise<Appeal> {
  const appeal = await appealIn(request);
  if (appeal.kind === 'person') throw new NotFound();
  return appeal;
}

function findIn(request: Request, appeal: Appeal): Find {
  const find = findOf(appeal, param(request, 'findId'));
  if (!find) throw new NotFound();
  return find;
}

/** For its finder and agents, from when it is wanted until it is there. */
function travellingFind(request: Request, appeal: Appeal): Find {
  const [actor, find] = [actorOf(request), findIn(request, appeal)];
  const isTheirs = isAgent(actor) || find.finder === actor.id;
  if (!isTheirs || !['accepted', 'handed_over'].includes(find.state)) throw new NotFound();
  return find;
}
