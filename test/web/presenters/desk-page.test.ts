import type { Appeal } from '../../../src/domain/appeal';
import type { EventFact } from '../../../src/domain/timeline-event';
import type { Message } from '../../../src/messages/find-messages';
import { deskPage } from '../../../src/web/presenters/desk/desk-page';
import { plainAppeal, plainEvent, plainFind, plainShipment } from '../../support/plain-appeal';
import { plainSpare } from '../../support/plain-spare';

const message = (state: Message['state']): Message => ({
  id: 'm',
  appeal: 'a',
  kind: 'update',
  state,
  channel: 'x',
  language: 'de',
  subject: '',
  body: 'Found!',
  recipient: '',
  postedLink: '',
  writtenAt: new Date('2026-03-01'),
  dueAt: null,
  attempts: 0,
  lastError: '',
  planned: false,
  sendingSince: null,
  repeats: 0,
  pending: null,
  photos: [],
});

const nothing = { dueSpares: [], watches: [], toRelease: [], lostReports: 0, keptMails: 0 };
const now = { today: '2026-03-05', keptSince: new Date(0), sayDay: (day: string) => `on ${day}` };

/** @returns the names of the groups a case is listed in */
function groupsOf(overrides: Partial<Appeal>, ...messages: Message[]): string[] {
  const { groups } = deskPage([{ appeal: plainAppeal(overrides), messages, hearsBy: null }], nothing, now);
  return groups.map(({ heading }) => heading.split('.')[1] ?? '');
}

const happened = (...facts: EventFact[]) =>
  facts.map((fact) => plainEvent(fact, fact.type.startsWith('customer') ? 'customer' : 'agent'));
const reply: EventFact = { type: 'customer_replied', messageId: 'm' };
const thanks: EventFact = { type: 'customer_thanked', messageId: 't', shareable: true, publicUse: false };
const answer: EventFact = { type: 'update_sent', messageId: 'u', channel: 'email' };
const received = plainFind({ state: 'received' });

describe('my desk', () => {
  it.each([
    ['draft', {}, ['drafts']],
    ['searching', {}, ['searching']],
    ['searching', { finds: [plainFind()] }, ['findsToAnswer']],
    ['found', { finds: [plainFind({ state: 'accepted' })] }, ['underway']],
    ['collecting', { finds: [plainFind({ state: 'handed_over' })] }, ['toReceive']],
    ['at_desk', { finds: [received] }, ['toSend']],
    ['on_its_way', { finds: [received], shipments: [plainShipment()] }, ['toShelve']],
    ['on_its_way', { finds: [{ ...received, quantity: 1 }], shipments: [plainShipment()] }, ['underway']],
    ['delivered', {}, ['toClose']],
    ['closed', { finds: [received] }, ['toShelve']],
  ] as const)('lists what waits in a case that is %s', (status, overrides, expected) => {
    expect(groupsOf({ status, ...structuredClone(overrides) } as Partial<Appeal>)).toEqual(expected);
  });

  it('never says that there is nothing to do where there is', () => {
    const onItsWay = { status: 'on_its_way' } as const;
    expect(groupsOf(onItsWay, message('to_post'))).toEqual(['toPost']);
    expect(groupsOf({ status: 'found' }, message('failed'))).toEqual(['failed']);
    expect(groupsOf({ ...onItsWay, timeline: happened(reply) })).toEqual(['replies']);
    expect(groupsOf(onItsWay, message('sent'))).toEqual(['underway']);
  });

  it('keeps a question that was followed by thanks until it is answered', () => {
    const delivered = { status: 'delivered' } as const;
    expect(groupsOf({ ...delivered, timeline: happened(reply, thanks) })).toEqual(['replies', 'toClose']);
    expect(groupsOf({ ...delivered, timeline: happened(reply, thanks, answer) })).toEqual(['toClose']);
    expect(groupsOf({ ...delivered, timeline: happened(thanks) })).toEqual(['toClose']);
  });

  it('puts customers who should have heard by now first, the longest waiting on top, and says since when', () => {
    const due = (title: string, hearsBy: string) => ({ appeal: plainAppeal({ title }), messages: [], hearsBy });
    const { groups } = deskPage(
      [due('Later', '2026-03-06'), due('Today', '2026-03-05'), due('Late', '2026-03-02')],
      nothing,
      now,
    );
    expect(groups[0]).toMatchObject({ heading: 'desk.promises.heading' });
    expect(groups[0]?.items).toMatchObject([
      { title: 'Late', values: { day: 'on 2026-03-02' } },
      { title: 'Today', values: { day: 'on 2026-03-05' } },
    ]);
  });

  it('asks last whether what the agent keeps is still there', () => {
    const cases = [{ appeal: plainAppeal(), messages: [], hearsBy: null }];
    const page = deskPage(cases, { ...nothing, dueSpares: [plainSpare({ title: 'Lantern' })] }, now);
    expect(page.groups.map(({ heading }) => heading)).toEqual(['desk.searching.heading', 'desk.toConfirm.heading']);
    expect(page.groups[1]?.items).toMatchObject([{ title: 'Lantern', href: `/shelf/${'c'.repeat(24)}` }]);
  });
});

describe('mails nobody could match', () => {
  it('are pointed to as long as there are any', () => {
    expect(deskPage([], nothing, now).inbox).toBeNull();
    expect(deskPage([], { ...nothing, toRelease: [], lostReports: 0, keptMails: 2 }, now).inbox).toEqual({
      count: 2,
      href: '/inbox',
    });
  });
});
