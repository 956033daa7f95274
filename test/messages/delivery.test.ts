import { messagesOf } from '../../src/messages/find-messages';
import { sendUpdate } from '../../src/messages/send-update';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { person } from '../support/plain-appeal';
import { type MailServer, startMailServer } from '../support/smtp';

const agent = person('agent', 'agent');

let server: MailServer;
let test: TestApp;
beforeAll(async () => {
  server = await startMailServer();
  test = await startTestApp({ SMTP_URL: server.url, BASE_URL: 'https://fundus.example' });
});
afterAll(async () => {
  await test.stop();
  await server.stop();
});

it('brings an update by SMTP to the customer, at the second attempt, once', async () => {
  const appeal = await casesOf(test.services, { agent, finder: person('finder') }).searching();
  const statusUrl = `https://fundus.example/status/${await tokenOf(test.services, appeal)}`;
  server.refuse(1);
  await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'News', body: `See ${statusUrl}` }, statusUrl);
  test.services.outbox.nudge();
  const message = () => messagesOf(appeal.id).then(([first]) => first);
  const wait = (state: string, attempts: number) =>
    eventually(state, async () => {
      const now = await message();
      return now?.state === state && now.attempts === attempts && (now.lastError !== '' || state === 'sent')
        ? now
        : undefined;
    });
  expect((await wait('queued', 1)).lastError).toContain('Come back later');
  await MessageModel.updateOne({ appeal: appeal.id }, { dueAt: new Date(0), planned: false });
  test.services.outbox.nudge();
  await wait('sent', 2);
  test.services.outbox.nudge();
  await test.services.outbox.stop();
  expect(server.taken.map(({ to }) => to)).toEqual([['maria@customers.example']]);
  expect(server.taken[0]?.text.replace(/=\r\n/g, '')).toContain(statusUrl);
});
