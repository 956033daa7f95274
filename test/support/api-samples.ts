import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import type { Services } from '../../src/services';
import type { Operation } from '../../src/web/api/operation';
import { casesOf } from './cases';
import { update } from './commands';
import { copyOf } from './copies';
import { spareOn } from './spares';

/** A request to one operation that succeeds when the right account makes it. */
interface ApiSample {
  /** Where the case must stand. */
  story: keyof ReturnType<typeof casesOf>;
  /** What is sent; `:spareId` stands for one of the finder's. */
  sent: Record<string, unknown>;
}

const newAppeal = {
  kind: 'item',
  channel: 'email',
  title: 'Plush donkey',
  story: 'Lost on a trip.',
  place: 'Hamburg',
  lostOn: '2014-12-28',
  sought: [{ label: 'Size', value: '20 cm' }],
  hashtags: ['donkey'],
  reward: 'Big eyes',
  customer: { name: 'Maria Muster', handle: '@maria', email: 'maria@customers.example', language: 'de' },
  publish: false,
};

const newFind = { quantity: 2, place: 'My cupboard', condition: 'good', words: 'Like new', nameForCustomer: true };
const newSpare = { title: 'Plush donkey', condition: 'good', quantity: 2, place: 'Bonn', tags: ['donkey'] };
const parcel = { carrier: 'dhl', trackingNumber: '00340', quantity: 1 };

const samples: Record<string, Partial<ApiSample>> = {
  openAppeal: { sent: newAppeal },
  publish: { story: 'draft' },
  close: { sent: { outcome: 'not_found' } },
  reopen: { story: 'closedInVain' },
  offerFind: { sent: newFind },
  readFind: { story: 'withOffer' },
  withdrawFind: { story: 'withOffer' },
  acceptFind: { story: 'withOffer' },
  declineFind: { story: 'withOffer', sent: { words: 'Thank you' } },
  releaseFind: { story: 'found', sent: { words: 'Sorry' } },
  handOverFind: { story: 'found', sent: { way: 'parcel', carrier: 'dhl', trackingNumber: '00123' } },
  receiveFind: { story: 'collecting' },
  ship: { story: 'atDesk', sent: parcel },
  readShipment: { story: 'onItsWay' },
  confirmDelivery: { story: 'onItsWay' },
  sendUpdate: { sent: { channel: 'email', subject: 'News', body: 'We are looking.' } },
  markPosted: { sent: { link: 'https://social.example/1' } },
  offerSpare: { sent: newSpare },
  giveAwaySpare: { sent: { quantity: 1 } },
  reserveSpare: { sent: { spareId: ':spareId', quantity: 1 } },
  releaseReservation: { story: 'reserved', sent: { words: 'It is gone' } },
  handOverSpare: { story: 'reserved', sent: { to: 'desk' } },
};

/** A request that is ready to be made. */
export interface PreparedCall {
  appeal: Appeal;
  url: string;
  sent: Record<string, unknown>;
  /** What a decision has to carry. */
  head: Record<string, string>;
}

/** Prepares requests, each about a case, a spare and an update of its own. */
export function callsOn(services: Services, people: { agent: AccountActor; finder: AccountActor }) {
  const cases = casesOf(services, people);
  const originals = new Map<string, Promise<Appeal>>();

  return async function prepare(
    operation: Operation,
    story: ApiSample['story'] = samples[operation.id]?.story ?? 'searching',
  ): Promise<PreparedCall> {
    const original = originals.get(story) ?? cases[story]();
    originals.set(story, original);
    const appeal = await copyOf(services, await original);
    const { sent = {} } = samples[operation.id] ?? {};
    const asked = operation.path + JSON.stringify(sent);
    const spareId = asked.includes(':spareId') ? (await spareOn(services, people.finder, { quantity: 3 })).id : 'none';
    const values: Record<string, string> = {
      id: appeal.id,
      findId: appeal.finds[0]?.id ?? 'none',
      shipmentId: appeal.shipments[0]?.id ?? 'none',
      messageId: asked.includes(':messageId') ? await update(appeal, stateFor(operation)) : 'none',
      spareId,
    };
    return {
      appeal,
      url: operation.path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? ''),
      sent: JSON.parse(JSON.stringify(sent).replace(':spareId', spareId)),
      head: operation.method === 'post' && operation.needsVersion ? { 'If-Match': '*' } : {},
    };
  };
}

function stateFor({ id }: Operation): 'queued' | 'to_post' {
  return id === 'takeBackUpdate' ? 'queued' : 'to_post';
}
