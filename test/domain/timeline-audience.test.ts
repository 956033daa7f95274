import { kinds } from '../../src/domain/appeal';
import { audienceOf, eventsFor, type Projection } from '../../src/domain/timeline-audience';
import type { EventFact, EventType } from '../../src/domain/timeline-event';
import { plainAppeal, plainEvent } from '../support/plain-appeal';

const messageId = 'm';
const findId = 'f';

/** One fact of every type: the compiler sees to it. */
const facts: { [Type in EventType]: Extract<EventFact, { type: Type }> } = {
  appeal_opened: { type: 'appeal_opened' },
  appeal_published: { type: 'appeal_published' },
  appeal_edited: { type: 'appeal_edited', fields: ['title'] },
  approval_asked: { type: 'approval_asked' },
  approval_unasked: { type: 'approval_unasked' },
  approval_given: { type: 'approval_given' },
  changes_wished: { type: 'changes_wished', messageId },
  approval_withdrawn: { type: 'approval_withdrawn' },
  find_offered: { type: 'find_offered', findId, quantity: 1 },
  find_withdrawn: { type: 'find_withdrawn', findId },
  find_accepted: { type: 'find_accepted', findId },
  find_declined: { type: 'find_declined', findId, words: '' },
  find_released: { type: 'find_released', findId, words: '' },
  find_handed_over: { type: 'find_handed_over', findId, way: 'parcel' },
  find_received: { type: 'find_received', findId },
  surplus_shelved: { type: 'surplus_shelved', findId, spareId: 's', quantity: 1 },
  spare_reserved: { type: 'spare_reserved', findId, spareId: 's', quantity: 1 },
  reservation_released: { type: 'reservation_released', findId, spareId: 's', words: '' },
  spare_handed_over: { type: 'spare_handed_over', findId, spareId: 's' },
  spare_taken_back: { type: 'spare_taken_back', findId, spareId: 's', quantity: 1 },
  lead_given: { type: 'lead_given', words: '' },
  looked: { type: 'looked', place: '' },
  owner_named: { type: 'owner_named' },
  contact_shared: { type: 'contact_shared' },
  handed_to_owner: { type: 'handed_to_owner' },
  shipped: { type: 'shipped', shipmentId: 's', carrier: 'dhl' },
  delivered: { type: 'delivered' },
  closed: { type: 'closed', outcome: 'happy' },
  reopened: { type: 'reopened' },
  merged_into: { type: 'merged_into', appealId: 'a' },
  took_in: { type: 'took_in', appealId: 'a' },
  merge_undone: { type: 'merge_undone', appealId: 'a' },
  gave_back: { type: 'gave_back', appealId: 'a' },
  update_sent: { type: 'update_sent', messageId, channel: 'email' },
  update_posted: { type: 'update_posted', messageId, channel: 'x' },
  update_taken_back: { type: 'update_taken_back', messageId, channel: 'email' },
  update_stopped: { type: 'update_stopped', messageId, channel: 'email' },
  status_link_renewed: { type: 'status_link_renewed' },
  status_link_revoked: { type: 'status_link_revoked' },
  customer_replied: { type: 'customer_replied', messageId },
  customer_thanked: { type: 'customer_thanked', messageId, shareable: false, publicUse: false },
  consent_withdrawn: { type: 'consent_withdrawn', shareable: false, publicUse: false },
  address_confirmed: { type: 'address_confirmed' },
  address_corrected: { type: 'address_corrected' },
  deletion_requested: { type: 'deletion_requested' },
};

const agentAlone: readonly EventType[] = [
  'appeal_opened',
  'find_declined',
  'update_taken_back',
  'update_stopped',
  'status_link_renewed',
  'status_link_revoked',
];
const company: readonly EventType[] = [
  'appeal_edited',
  'find_offered',
  'find_withdrawn',
  'surplus_shelved',
  'spare_taken_back',
  'lead_given',
  'looked',
  'merged_into',
  'took_in',
  'merge_undone',
  'gave_back',
];
const agentAndCustomer: readonly EventType[] = [
  'approval_asked',
  'approval_unasked',
  'approval_given',
  'changes_wished',
  'approval_withdrawn',
  'customer_replied',
  'customer_thanked',
  'consent_withdrawn',
  'address_confirmed',
  'address_corrected',
  'deletion_requested',
  'contact_shared',
];

function expected(type: EventType): Projection[] {
  if (agentAlone.includes(type)) return ['agent'];
  if (company.includes(type)) return ['agent', 'colleague'];
  if (agentAndCustomer.includes(type)) return ['agent', 'customer'];
  return ['agent', 'colleague', 'customer'];
}

test.each(Object.values(facts))('who may know: $type', (fact) => {
  expect(audienceOf(fact, 'item')).toEqual(expected(fact.type));
});

test('agents know of everything', () => {
  for (const kind of kinds) for (const fact of Object.values(facts)) expect(audienceOf(fact, kind)).toContain('agent');
});

test('a hint about a person or an owner is for the agent alone', () => {
  expect(audienceOf(facts.lead_given, 'person')).toEqual(['agent']);
  expect(audienceOf(facts.lead_given, 'owner')).toEqual(['agent']);
});

test('a text that waits to be posted was not said yet', () => {
  expect(audienceOf({ ...facts.update_sent, channel: 'x' }, 'item')).toEqual(['agent']);
});

test('thanks are shared with everybody only where the customer agreed', () => {
  const shared = { ...facts.customer_thanked, shareable: true };
  expect(audienceOf(shared, 'item')).toEqual(['agent', 'colleague', 'customer']);
});

test('thanks for a person are shared with nobody', () => {
  const shared = { ...facts.customer_thanked, shareable: true };
  expect(audienceOf(shared, 'person')).toEqual(['agent', 'customer']);
});

test('thanks are hidden again once they may not be shown', () => {
  const thanked = plainEvent({ ...facts.customer_thanked, shareable: true } as EventFact, 'customer');
  const kept = plainEvent({ type: 'consent_withdrawn', shareable: true, publicUse: false }, 'customer');
  const withdrawn = plainEvent(facts.consent_withdrawn, 'customer');
  const seen = (...timeline: ReturnType<typeof plainEvent>[]) =>
    eventsFor('colleague', plainAppeal({ timeline })).map(({ type }) => type);
  expect(seen(thanked)).toEqual(['customer_thanked']);
  expect(seen(thanked, kept)).toEqual(['customer_thanked']);
  expect(seen(thanked, kept, withdrawn)).toEqual([]);
});
