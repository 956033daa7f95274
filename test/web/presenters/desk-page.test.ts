import type { Appeal } from '../../../src/domain/appeal';
import type { Message } from '../../../src/messages/find-messages';
import { deskPage } from '../../../src/web/presenters/desk-page';
import { plainAppeal, plainEvent, plainFind, plainShipment } from '../../support/plain-appeal';

/** @returns the groups of the desk in which a case lies */
function waitsFor(appeal: Partial<Appeal>, state?: Message['state']): string[] {
  const messages = state ? [{ state } as Message] : [];
  const { groups } = deskPage([{ appeal: plainAppeal(appeal), messages }]);
  return groups.map(({ heading }) => heading.replace(/^desk\.|\.heading$/g, ''));
}

const replied = [plainEvent({ type: 'customer_replied', messageId: 'm' }, 'customer')];
const received = plainFind({ state: 'received', quantity: 2 });
const shipments = [plainShipment({ quantity: 1 })];

it.each<[string[], Partial<Appeal>, Message['state']?]>([
  [['drafts'], { status: 'draft' }],
  [['searching'], {}],
  [['findsToAnswer'], { finds: [plainFind()] }],
  [['searching'], { finds: [plainFind({ state: 'declined' })] }],
  [['underway'], { status: 'found', finds: [plainFind({ state: 'accepted' }), plainFind({ id: 'backup' })] }],
  [['toReceive'], { status: 'collecting', finds: [plainFind({ state: 'handed_over' })] }],
  [['toReceive'], { status: 'closed', finds: [plainFind({ state: 'handed_over' })] }],
  [['toSend'], { status: 'at_desk', finds: [received] }],
  [['toShelve', 'underway'], { status: 'on_its_way', finds: [received], shipments }],
  [['underway'], { status: 'on_its_way', finds: [{ ...received, quantity: 1 }], shipments }],
  [['toClose'], { status: 'delivered', finds: [{ ...received, quantity: 1 }], shipments }],
  [['toShelve'], { status: 'closed', finds: [received], shipments }],
  [['replies', 'searching'], { timeline: replied }],
  [['replies'], { status: 'closed', timeline: replied }],
  [['failed', 'searching'], {}, 'failed'],
  [['toPost', 'searching'], {}, 'to_post'],
  [['searching'], {}, 'posted'],
  [[], { status: 'closed' }],
])('a case waits for %p', (groups, appeal, state) => {
  expect(waitsFor(appeal, state)).toEqual(groups);
});

it('shows the most urgent group first, and cases as they came', () => {
  const appeals = [{ status: 'draft' as const, title: 'one' }, { title: 'two' }, { title: 'three' }];
  const page = deskPage(appeals.map((appeal) => ({ appeal: plainAppeal(appeal), messages: [] })));
  expect(page.groups.map(({ items }) => items.map(({ title }) => title))).toEqual([['one'], ['two', 'three']]);
});
