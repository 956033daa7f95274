import type { AccountActor, Role } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import type { Find } from '../../src/domain/find';
import type { Shipment } from '../../src/domain/shipment';
import type { EventFact, TimelineEvent } from '../../src/domain/timeline-event';

const noon = new Date('2026-03-01T12:00:00Z');

/** @returns somebody of the company who has no account, for tests that need none */
export function person(id: string, ...roles: Role[]): AccountActor {
  return { kind: 'account', id, roles: ['employee', ...roles] };
}

/** @returns an appeal that was never stored; `overrides` say what matters to the test */
export function plainAppeal(overrides: Partial<Appeal> = {}): Appeal {
  return {
    id: 'a'.repeat(24),
    kind: 'item',
    status: 'searching',
    version: 2,
    channel: 'facebook',
    title: 'Plush donkey',
    story: 'Lost on a trip.',
    sought: [{ label: 'Size', value: '20 cm' }],
    place: 'Hamburg',
    lostOn: '2014-12-28',
    hashtags: ['donkey'],
    reward: 'Big eyes',
    photos: [],
    finds: [],
    shipments: [],
    timeline: [],
    followers: [],
    openedBy: 'agent',
    openedAt: noon,
    publishedAt: noon,
    outcome: null,
    mergedInto: null,
    ...overrides,
  };
}

/** @returns a find of two pieces by the account `finder` */
export function plainFind(overrides: Partial<Find> = {}): Find {
  return {
    id: 'find',
    finder: 'finder',
    quantity: 2,
    place: 'Cupboard',
    condition: 'good',
    words: '',
    photo: null,
    nameForCustomer: false,
    photoForCustomer: false,
    state: 'offered',
    handOver: null,
    offeredAt: noon,
    ...overrides,
  };
}

/** @returns a parcel with one piece of the find `find` */
export function plainShipment(overrides: Partial<Shipment> = {}): Shipment {
  return {
    id: 'shipment',
    findId: 'find',
    quantity: 1,
    carrier: 'dhl',
    trackingNumber: '',
    shippedAt: noon,
    ...overrides,
  };
}

/** @returns an event of the account `by`, or of the customer */
export function plainEvent(fact: EventFact, by = 'agent', at = noon): TimelineEvent {
  const actor = by === 'customer' ? { kind: 'customer' as const } : { kind: 'account' as const, id: by };
  return { ...fact, id: `${fact.type} ${by}`, at, actor };
}
