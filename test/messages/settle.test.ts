import { appealFor } from '../../src/appeals/find-appeals';
import { finishLinkEvents, renewStatusLink } from '../../src/customers/change-status-link';
import { customerOf } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { messagesOf } from '../../src/messages/find-messages';
import { markPosted } from '../../src/messages/mark-posted';
import { finishPending } from '../../src/messages/settle';
import { AppealModel } from '../../src/models/appeal';
import { CustomerModel } from '../../src/models/customer';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { update } from '../support/commands';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const longAgo = new Date(Date.now() - 3_600_000);

let test: TestApp;
let appeal: Appeal;
let message: string;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  appeal = await casesOf(test.services, { agent, finder: person('finder') }).searching();
  message = await update(appeal, 'to_post');
});

/** The process ends between the two writes: the second one never comes. */
async function interrupted(command: () => Promise<unknown>): Promise<void> {
  const crash = jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementationOnce(() => {
    throw new Error('killed');
  });
  await expect(command()).rejects.toThrow('killed');
  crash.mockRestore();
}

const eventsNow = async () => (await appealFor(agent, appeal.id)).timeline.map(({ type }) => type);
const posted = async () => (await messagesOf(appeal.id))[0];

it('writes the event of a post that a crash has left unwritten, once, in the name of who did it', async () => {
  await interrupted(() => markPosted(by(agent, appeal), message, 'https://x.example/1'));
  await finishPending();
  expect(await eventsNow()).not.toContain('update_posted');
  await MessageModel.updateOne({ _id: message }, { 'pending.at': longAgo });
  await Promise.all([finishPending(), finishPending()]);
  await finishPending();
  const { timeline } = await appealFor(agent, appeal.id);
  const events = timeline.filter(({ type }) => type === 'update_posted');
  expect(events).toMatchObject([{ messageId: message, channel: 'x', actor: { kind: 'account', id: agent.id } }]);
  expect(await posted()).toMatchObject({ state: 'posted', postedLink: 'https://x.example/1', pending: null });
});

it('does not write the event again where only its end was missing', async () => {
  await markPosted(by(agent, appeal), message, '');
  await MessageModel.updateOne({ _id: message }, { pending: { type: 'update_posted', by: agent.id, at: longAgo } });
  await finishPending();
  expect((await eventsNow()).filter((type) => type === 'update_posted')).toHaveLength(1);
  expect(await posted()).toMatchObject({ pending: null });
});

it('changes a link first, and writes the event of it afterwards, once', async () => {
  const before = (await customerOf(appeal.id))?.statusLink?.hash;
  await interrupted(() => renewStatusLink(by(agent, appeal), test.services.statusLinks));
  expect((await customerOf(appeal.id))?.statusLink?.hash).not.toBe(before);
  await CustomerModel.updateOne({ appeal: appeal.id }, { 'linkEvent.at': longAgo });
  await Promise.all([finishLinkEvents(), finishLinkEvents()]);
  await finishLinkEvents();
  expect((await eventsNow()).filter((type) => type === 'status_link_renewed')).toHaveLength(1);
});
