import type TestAgent from 'supertest/lib/agent';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { sendUpdate } from '../../src/messages/send-update';
import { MessageModel } from '../../src/models/message';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { deliverDue } from '../support/outbox';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let ada: Account;
let cases: ReturnType<typeof casesOf>;
let desk: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
  ada = await agent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  desk = await signIn(test.app, ada);
});
afterAll(() => test.stop());

const refuse = () =>
  Promise.reject(Object.assign(new Error('550 no such mailbox'), { responseCode: 550, code: 'EENVELOPE' }));
const round = (mailer: () => Promise<void>) => deliverDue({ mailer, statusUrlOf: test.services.statusUrlOf });
const messageOf = async ({ id }: Appeal) => (await messagesOf(id)).at(-1);
const deskSays = async (group: string) =>
  visibleText((await desk.get(paths.desk)).text).includes(t(`desk.${group}.heading`));

/** A mail of a case that is over, which the server refused for good. */
async function deadLetter(): Promise<{ appeal: Appeal; retry: string; drop: string }> {
  const appeal = await cases.closedHappy();
  await sendUpdate(by(ada, appeal), { channel: 'email', subject: 'Thanks', body: 'Thank you!' }, null);
  await round(refuse);
  const ids = { id: appeal.id, messageId: (await messageOf(appeal))?.id ?? '' };
  return { appeal, retry: link(paths.updateRetry, ids), drop: link(paths.updateWithdrawal, ids) };
}

it('lie on the desk also where the case is closed, and are tried again from there', async () => {
  const { appeal, retry } = await deadLetter();
  expect(await deskSays('failed')).toBe(true);
  await fillIn(desk, await desk.get(paths.desk), retry).expect(303);
  expect(await messageOf(appeal)).toMatchObject({ state: 'queued', lastError: '550 no such mailbox' });
  await round(() => Promise.resolve());
  expect(await messageOf(appeal)).toMatchObject({ state: 'sent', lastError: '' });
  expect(await deskSays('failed')).toBe(false);
});

it('say at the message what was wrong and how often it was tried, and can be dropped', async () => {
  const { appeal, drop } = await deadLetter();
  expect(await deskSays('failed')).toBe(true);
  const page = await desk.get(link(paths.appeal, { id: appeal.id })).expect(200);
  const said = visibleText(page.text);
  expect(said).toContain('550 no such mailbox');
  expect(said).toContain(t('update.attempts', { count: 1, recipient: 'maria@customers.example' }));
  await fillIn(desk, page, drop).expect(303);
  expect(await deskSays('failed')).toBe(false);
  expect(await messageOf(appeal)).toMatchObject({ state: 'taken_back' });
});

it('are not the only texts a closed case waits for: one that is to be posted does, too', async () => {
  await MessageModel.deleteMany({});
  const appeal = await cases.closedHappy({ appeal: { channel: 'x' } });
  await sendUpdate(by(ada, appeal), { channel: 'x', subject: '', body: 'Thank you!' }, null);
  expect(await deskSays('toPost')).toBe(true);
  await desk
    .post(link(paths.updatePosting, { id: appeal.id, messageId: (await messageOf(appeal))?.id ?? '' }))
    .expect(303);
  expect(await deskSays('toPost')).toBe(false);
});
