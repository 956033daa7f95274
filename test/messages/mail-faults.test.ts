import { messagesOf } from '../../src/messages/find-messages';
import { createMailer } from '../../src/messages/mailer';
import { sendUpdate } from '../../src/messages/send-update';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { deliverDue } from '../support/outbox';
import { person } from '../support/plain-appeal';
import { type MailServer, startMailServer, startSilentServer } from '../support/smtp';

const agent = person('agent', 'agent');

let test: TestApp;
let server: MailServer;
beforeAll(async () => {
  [test, server] = await Promise.all([startTestApp(), startMailServer()]);
  await test.services.outbox.stop();
});
afterAll(async () => {
  await test.stop();
  await server.stop();
});

/** Queues one mail and tries to hand it over. */
async function tried(smtpUrl: string) {
  const appeal = await casesOf(test.services, { agent, finder: person('finder') }).searching();
  await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'News', body: 'Found' }, null);
  const mailer = createMailer({ smtpUrl, mailFrom: 'Fundus <fundus@company.example>', outboxDir: '/nowhere' });
  await deliverDue({ mailer, statusUrlOf: test.services.statusUrlOf });
  return (await messagesOf(appeal.id))[0];
}

it('a server that is not there: later', async () => {
  const message = await tried('smtp://127.0.0.1:1');
  expect(message).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') });
});

it('a server that is slow: taken, once', async () => {
  server.dawdle(1500);
  expect(await tried(server.url)).toMatchObject({ state: 'sent', attempts: 1, lastError: '' });
  expect(server.taken.splice(0)).toHaveLength(1);
  server.dawdle(0);
});

it('a server that takes the connection and says nothing: later, and soon enough', async () => {
  const silent = await startSilentServer();
  const beganAt = Date.now();
  const message = await tried(`${silent.url}?greetingTimeout=400`);
  expect(Date.now() - beganAt).toBeLessThan(10_000);
  expect(silent.connections()).toBe(1);
  expect(message).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringMatching(/greeting/i) });
  await silent.stop();
});

it('a server that falls silent with the mail in its hands: later', async () => {
  server.dawdle(1500);
  const message = await tried(`${server.url}?socketTimeout=400`);
  expect(message).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringMatching(/timeout/i) });
  expect(server.taken.splice(0)).toHaveLength(1);
  server.dawdle(0);
});

it.each([
  [451, 'queued'],
  [552, 'failed'],
])('a server that answers %d: %s', async (code, state) => {
  server.refuse(1, code);
  expect(await tried(server.url)).toMatchObject({
    state,
    attempts: 1,
    lastError: expect.stringContaining('Come back'),
  });
  expect(server.taken).toEqual([]);
});
