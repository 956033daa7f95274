import { acceptFind } from '../../src/appeals/accept-find';
import { askApproval } from '../../src/appeals/ask-approval';
import { close } from '../../src/appeals/close';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { appealFor } from '../../src/appeals/find-appeals';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { mergeAppeals } from '../../src/appeals/merge';
import { nameOwner } from '../../src/appeals/name-owner';
import { type NewFind, offerFind } from '../../src/appeals/offer-find';
import { type NewAppeal, openAppeal } from '../../src/appeals/open-appeal';
import { publish } from '../../src/appeals/publish';
import { receiveFind } from '../../src/appeals/receive-find';
import { ship } from '../../src/appeals/ship';
import type { Target } from '../../src/appeals/transition';
import type { SentPhoto } from '../../src/appeals/with-photos';
import { approve } from '../../src/customers/approve';
import { type CustomerDetails, customerOf } from '../../src/customers/customer';
import type { AccountActor, Actor, CustomerActor } from '../../src/domain/actor';
import type { Appeal, AppealWords } from '../../src/domain/appeal';
import { receiveThanks } from '../../src/messages/receive-words';
import { AppealModel } from '../../src/models/appeal';
import type { Services } from '../../src/services';
import { handOverSpare } from '../../src/shelf/hand-over-spare';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { spareOn } from './spares';

/** What a test wants to be otherwise than usual. */
export interface Given {
  appeal?: Partial<Pick<NewAppeal, 'kind' | 'channel'>> & Partial<AppealWords>;
  customer?: Partial<CustomerDetails>;
  photos?: readonly SentPhoto[];
  find?: Partial<NewFind>;
  findPhotos?: readonly SentPhoto[];
  tracking?: { handedOver?: string; shipped?: string };
}

type People = Readonly<Record<'agent' | 'finder', AccountActor>>;

/** @returns the command's target as the actor sees the case now */
export function by<Who extends Actor>(actor: Who, { id, version }: Appeal): Target & { actor: Who } {
  return { actor, appealId: id, seenVersion: version };
}

/** @returns the customer of a case, as their link makes them known */
export function customerOfCase({ id }: Appeal): CustomerActor {
  return { kind: 'customer', appealId: id };
}

/** @returns id of the case's first find */
export function findIn({ finds }: Appeal): string {
  const [find] = finds;
  if (!find) throw new Error('the case has no find');
  return find.id;
}

/** @returns the token of the customer's status page */
export async function tokenOf({ statusLinks }: Pick<Services, 'statusLinks'>, { id }: Appeal): Promise<string> {
  const link = (await customerOf(id))?.statusLink;
  if (!link) throw new Error('the case has no status link');
  return statusLinks.tokenOf(link);
}

export function newAppeal({ appeal = {}, customer = {} }: Given = {}): NewAppeal {
  const { kind = 'item', channel = 'email', ...words } = appeal;
  return { kind, channel, words: { ...usualWords, ...words }, customer: { ...usualCustomer, ...customer } };
}

export function newFind(find: Partial<NewFind> = {}): NewFind {
  return {
    quantity: 2,
    place: 'My cupboard',
    condition: 'good',
    words: '',
    nameForCustomer: false,
    photoForCustomer: false,
    ...find,
  };
}

/**
 * Cases in every status, brought there by the real verbs.
 * @param people the agent opens and decides, the finder has the thing
 */
export function casesOf(services: Services, { agent, finder }: People) {
  const draft = (given: Given = {}) => openAppeal(agent, newAppeal(given), given.photos ?? [], services);
  const searching = async (given: Given = {}) => publish(by(agent, await draft(given)));
  const asked = async (given: Given = {}) => askApproval(by(agent, await draft(given)));
  const agreed = async (given: Given = {}) => {
    const appeal = await asked(given);
    return publish(by(agent, await approve(by(customerOfCase(appeal), appeal), appeal.version)));
  };
  const withOffer = async (given: Given = {}) =>
    offerFind(by(finder, await searching(given)), newFind(given.find), given.findPhotos ?? [], services.photoStore);
  const found = async (given: Given = {}) => {
    const appeal = await withOffer(given);
    return acceptFind(by(agent, appeal), findIn(appeal));
  };
  const collecting = async (given: Given = {}) => {
    const appeal = await found(given);
    return handOverFind(by(finder, appeal), findIn(appeal), {
      way: 'parcel',
      carrier: 'dhl',
      trackingNumber: given.tracking?.handedOver ?? '00123',
    });
  };
  const atDesk = async (given: Given = {}) => {
    const appeal = await collecting(given);
    return receiveFind(by(agent, appeal), findIn(appeal));
  };
  const reserved = async (given: Given = {}) => {
    const appeal = await searching(given);
    const spare = await spareOn(services, finder, { quantity: 3 }, given.findPhotos);
    return reserveSpare(by(agent, appeal), spare.id, 2);
  };
  const fetched = async (given: Given = {}) => {
    const appeal = await reserved(given);
    return handOverSpare(by(agent, appeal), findIn(appeal));
  };
  const sentFromShelf = async (given: Given = {}) =>
    ship(by(agent, await fetched(given)), { carrier: 'dhl', trackingNumber: '00341', quantity: 1 });
  const onItsWay = async (given: Given = {}) =>
    ship(by(agent, await atDesk(given)), {
      carrier: 'dhl',
      trackingNumber: given.tracking?.shipped ?? '00340',
      quantity: 1,
    });
  const delivered = async (given: Given = {}) => confirmDelivery(by(agent, await onItsWay(given)));
  const closedHappy = async (given: Given = {}) => close(by(agent, await delivered(given)), 'happy');
  const thanked = async (given: Given = {}) => {
    const appeal = await delivered(given);
    const consent = { shareable: true, publicUse: true };
    return receiveThanks(by(customerOfCase(appeal), appeal), 'en', 'Thank you!', consent);
  };
  const closedInVain = async (given: Given = {}) => close(by(agent, await searching(given)), 'not_found');
  const ownerKnown = async (given: Given = {}) => nameOwner(by(agent, await searching(given)));
  const unclaimed = async (given: Given = {}) => {
    const { id } = await searching(given);
    await AppealModel.updateOne({ _id: id }, { publishedAt: new Date('2020-01-01T12:00:00Z') });
    return appealFor(agent, id);
  };
  const merged = async (given: Given = {}) =>
    mergeAppeals(by(agent, await searching(given)), (await searching(given)).id);
  return {
    merged,
    ownerKnown,
    unclaimed,
    draft,
    asked,
    agreed,
    searching,
    withOffer,
    found,
    collecting,
    atDesk,
    onItsWay,
    delivered,
    thanked,
    closedHappy,
    closedInVain,
    reserved,
    fetched,
    sentFromShelf,
  };
}

const usualWords: AppealWords = {
  title: 'Plush donkey',
  story: 'Lost on a trip, sorely missed.',
  sought: [{ label: 'Size', value: '20 cm' }],
  place: 'Hamburg',
  lostOn: '2014-12-28',
  hashtags: ['donkey'],
  reward: 'Big, happy eyes',
};

const usualCustomer: CustomerDetails = {
  name: 'Maria Muster',
  handle: '@maria',
  email: 'maria@customers.example',
  address: 'Weg 1, 12345 Ort',
  language: 'en',
  originalWords: 'My daughter lost her donkey',
  postUrl: 'https://social.example/1',
};
