import type TestAgent from 'supertest/lib/agent';
import type { Appeal } from '../../src/domain/appeal';
import { messagesOf } from '../../src/messages/find-messages';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { unescaped, visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
let visitor: TestAgent;
let appeal: Appeal;
beforeAll(async () => {
  test = await startTestApp({ UNDO_SECONDS: '200' });
  const ada = await agent({ name: 'Ada Agent' });
  visitor = await signIn(test.app, ada);
  appeal = await casesOf(test.services, { agent: ada, finder: await colleague() }).searching();
});
afterAll(() => test.stop());

const composer = (query = '') => visitor.get(link(paths.newUpdate, { id: appeal.id }) + query).expect(200);
const action = () => link(paths.updates, { id: appeal.id });
const answer = async (given: Record<string, string>, query = '') =>
  fillIn(visitor, await composer(query), action(), given);

it('opens with the text of the milestone for the channel, signed where everybody can read along', async () => {
  expect(visibleText((await composer('?channel=facebook')).text)).toContain('^aa');
  expect(visibleText((await composer('?channel=email')).text)).not.toContain('^aa');
  expect(visibleText((await composer('?template=found&channel=email')).text)).toContain('something has turned up');
});

it('keeps the customer’s link out of what everybody reads, and offers it to be sent to them alone', async () => {
  const link = /https?:\/\/[^"\s]+\/status\/[\w-]+/;
  for (const channel of ['facebook', 'x', 'community']) {
    const page = await composer(`?channel=${channel}`);
    const [url = ''] = link.exec(page.text) ?? [];
    expect(/<textarea[\s\S]*?<\/textarea>/.exec(page.text)?.[0]).not.toMatch(link);
    expect(page.text).toContain(`data-copy="${url}"`);
    const refused = await answer({ body: `See ${url}` }, `?channel=${channel}`);
    expect([refused.status, visibleText(refused.text)]).toEqual([422, expect.stringContaining('direct message')]);
  }
  const mail = await composer('?channel=email');
  expect([/<textarea[\s\S]*?<\/textarea>/.exec(mail.text)?.[0], mail.text.includes('data-copy=')]).toEqual([
    expect.stringMatching(link),
    false,
  ]);
});

it('takes what was typed to another channel, and brings the text of that channel where nothing was', async () => {
  const typed = await answer({ intent: 'x', body: 'My own words' }, '?channel=email').then((page) => page);
  expect(typed.status).toBe(200);
  expect(typed.text).toContain('My own words');
  const untouched = await answer({ intent: 'sms' }, '?template=found&channel=email');
  expect(visibleText(untouched.text)).toContain('Good news: something has turned up');
  expect(visibleText(untouched.text)).toMatch(/\d messages?, (GSM-7|UCS-2)/);
  expect(await messagesOf(appeal.id)).toEqual([]);
});

it('shows a mail as programs show it that know HTML, and its text besides', async () => {
  const given = { intent: 'preview', body: 'Look: https://fundus.example/a?b&c. <b>' };
  const { text } = await answer(given, '?channel=email');
  const [preview = ''] = /<section class="preview preview--mail"[\s\S]*?<\/section>/.exec(text) ?? [];
  expect(unescaped(preview)).toContain('<a href="https://fundus.example/a?b&c" data-turbo="false">');
  expect(visibleText(preview)).toContain('Look: https://fundus.example/a?b&c. <b>');
  expect(preview).not.toContain('<b>');
  expect(preview).toContain('<pre class="preview__text">');
});

it('shows a long text as the thread it will be', async () => {
  const page = await answer({ intent: 'preview', body: 'donkey '.repeat(60) }, '?channel=x');
  expect(visibleText(page.text)).toMatch(/Thread of 2 posts[\s\S]*1\/2[\s\S]*2\/2/);
});

it('refuses what no channel takes', async () => {
  const page = await answer({ intent: 'send', body: 'donkey '.repeat(2000) }, '?channel=sms');
  expect(page.status).toBe(422);
});

it('notes a call as said', async () => {
  expect((await answer({ body: 'Talked about the parcel' }, '?channel=phone')).status).toBe(303);
  expect(await messagesOf(appeal.id)).toMatchObject([{ channel: 'phone', state: 'posted' }]);
});

it('holds a mail, and takes it back', async () => {
  await answer({ subject: 'News', body: 'Oops' }, '?channel=email');
  const page = await visitor.get(link(paths.appeal, { id: appeal.id })).expect(200);
  expect(page.text).toMatch(/data-countdown="(19\d|200)"/);
  const held = (await messagesOf(appeal.id)).at(-1);
  const undo = link(paths.updateWithdrawal, { id: appeal.id, messageId: held?.id ?? '' });
  await fillIn(visitor, page, undo).expect(303);
  expect((await messagesOf(appeal.id)).at(-1)?.state).toBe('taken_back');
});
