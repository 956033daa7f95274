import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { messagesOf } from '../../src/messages/find-messages';
import { deliver } from '../../src/messages/outbox';
import { sendUpdate } from '../../src/messages/send-update';
import { tryAgain } from '../../src/messages/try-again';
import { MessageModel } from '../../src/models/message';
import { createWebhook, type Webhook } from '../../src/webhook/webhook';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { person } from '../support/plain-appeal';
import { type Suite, startSuite } from '../support/suite';

const agent = person('agent', 'agent');

let test: TestApp;
let suite: Suite;
let webhook: Webhook;
beforeAll(async () => {
  [test, suite] = await Promise.all([startTestApp(), startSuite()]);
  await test.services.outbox.stop();
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const secret = 'a secret shared with the suite, 32 letters';
  webhook = createWebhook({ url: suite.url, secret, ca: suite.ca, resolve, isAllowed: () => true });
});
afterAll(async () => {
  await suite.stop();
  await test.stop();
});
beforeEach(() => {
  suite.taken.length = 0;
  suite.answer(200, '{"link":"https://x.example/1"}');
});

const now = ({ id }: Appeal) => appealFor(agent, id);
const hand = (messageId: string, given: Webhook | null = webhook) =>
  deliver(messageId, {
    mailer: () => Promise.reject(new Error('this is no mail')),
    statusUrlOf: test.services.statusUrlOf,
    webhook: given,
  });

/** An update for X is queued where the suite posts there. */
async function queued() {
  const appeal = await casesOf(test.services, { agent, finder: agent }).searching({ appeal: { channel: 'x' } });
  const update = { channel: 'x', subject: '', body: 'We are looking!' } as const;
  await sendUpdate(by(agent, appeal), update, null, 0, ['x']);
  return { appeal, message: (await messagesOf(appeal.id))[0] };
}

it('posts a text, and the case says so in the name of who wrote it', async () => {
  const { appeal, message } = await queued();
  expect(message).toMatchObject({ state: 'queued', recipient: '@maria' });
  expect(await hand(message?.id ?? '')).toBeNull();
  expect(JSON.parse(suite.taken[0]?.body ?? '')).toEqual({
    id: message?.id,
    channel: 'x',
    language: 'en',
    text: 'We are looking!',
    handle: '@maria',
    inReplyTo: 'https://social.example/1',
  });
  const after = await now(appeal);
  expect(after.timeline.at(-1)).toMatchObject({
    type: 'update_posted',
    messageId: message?.id,
    actor: { id: 'agent' },
  });
  expect((await messagesOf(appeal.id))[0]).toMatchObject({ state: 'posted', postedLink: 'https://x.example/1' });
  await hand(message?.id ?? '');
  expect(suite.taken).toHaveLength(1);
});

it('comes back to a suite that is down, under the same id', async () => {
  const { message } = await queued();
  suite.answer(503);
  expect((await hand(message?.id ?? ''))?.getTime()).toBeGreaterThan(Date.now());
  const put = await MessageModel.findById(message?.id).lean();
  expect(put).toMatchObject({ state: 'queued', attempts: 1, lastError: 'the suite answered 503' });
  suite.answer(200);
  await MessageModel.updateOne({ _id: message?.id }, { dueAt: new Date() });
  await hand(message?.id ?? '');
  expect(suite.taken.map(({ headers }) => headers['idempotency-key'])).toEqual([message?.id, message?.id]);
});

it('gives up what was refused, until an agent tries again', async () => {
  const { appeal, message } = await queued();
  suite.answer(422);
  expect(await hand(message?.id ?? '')).toBeNull();
  expect((await messagesOf(appeal.id))[0]).toMatchObject({ state: 'failed', lastError: 'the suite answered 422' });
  suite.answer(200);
  await tryAgain(by(agent, appeal), message?.id ?? '');
  await hand(message?.id ?? '');
  expect((await messagesOf(appeal.id))[0]).toMatchObject({ state: 'posted', lastError: '', recipient: '@maria' });
});

it('gives up where there is no suite any more', async () => {
  const { appeal, message } = await queued();
  await hand(message?.id ?? '', null);
  expect((await messagesOf(appeal.id))[0]).toMatchObject({ state: 'failed' });
});
