import { ChatHookModel } from '../../src/models/chat-hook';
import { ChatPostModel } from '../../src/models/chat-post';
import { addChatHook, chatHooks } from '../../src/notices/chat-hooks';
import { chatMessage } from '../../src/notices/chat-message';
import { deriveNotices } from '../../src/notices/derive';
import { type ChatTools, postToChats } from '../../src/notices/post-to-chats';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { createPost } from '../../src/webhook/post-outside';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { admin, agent } from '../support/factories';
import { visibleText } from '../support/html';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';
import { type Suite, startSuite } from '../support/suite';

let test: TestApp;
let chat: Suite;
let ada: Account;
beforeAll(async () => {
  [test, chat] = [await startTestApp(), await startSuite()];
  await test.services.outbox.stop();
  ada = await agent();
});
afterAll(async () => {
  await chat.stop();
  await test.stop();
});
beforeEach(async () => {
  await Promise.all([ChatHookModel.deleteMany({}), ChatPostModel.deleteMany({})]);
  chat.taken.length = 0;
  chat.answer(200);
});

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];
/** The chat runs on this machine, which is closed to the application; only the test opens it. */
const tools = (): ChatTools => ({
  ...test.services.chatTools,
  post: createPost({ ca: chat.ca, resolve: loopback, isAllowed: () => true }),
});
const told = () => chat.taken.map(({ body }) => JSON.parse(body));
const publishOne = async (title: string) => {
  const appeal = { title, story: 'Sorely missed.', place: 'Hamburg' };
  const published = await casesOf(test.services, { agent: ada, finder: ada }).searching({
    appeal,
    photos: [await photo()],
  });
  await deriveNotices('Europe/Berlin');
  return published;
};
const room = (kind: 'mattermost' | 'slack' | 'teams' = 'slack') =>
  addChatHook(ada, { kind, url: chat.url, language: 'en' });

it('tells a new appeal once in every room, with photo and button', async () => {
  await room('slack');
  await room('teams');
  const { id } = await publishOne('Plush donkey');
  await Promise.all([postToChats(tools()), postToChats(tools())]);
  await postToChats(tools());
  expect(told()).toHaveLength(2);
  const text = JSON.stringify(told());
  expect(text).toContain(`/appeals/${id}#offer`);
  expect(text).toMatch(/\/shared-photos\/[\w.-]+/);
  expect(text).toContain('I have one!');
});

it('tries again while the chat is down, and gives up when it says no', async () => {
  await room();
  await publishOne('Plush donkey');
  chat.answer(503);
  await postToChats(tools());
  expect(await ChatPostModel.countDocuments({ dueAt: { $gt: new Date() } })).toBe(1);
  chat.answer(404);
  await ChatPostModel.updateMany({}, { dueAt: new Date() });
  await postToChats(tools());
  expect(await ChatPostModel.find({ dueAt: { $exists: true } }).lean()).toEqual([]);
});

it('follows no redirect and goes nowhere inside the house', async () => {
  await room();
  await publishOne('Plush donkey');
  chat.answer(302, '', { Location: chat.url });
  await postToChats(tools());
  expect(chat.taken).toHaveLength(1);
  expect((await chatHooks())[0]?.failingSince).toEqual(expect.any(Date));
  await ChatPostModel.updateMany({}, { dueAt: new Date() });
  const closed = { ...tools(), post: createPost({ ca: chat.ca, resolve: loopback }) };
  await postToChats(closed);
  expect(chat.taken).toHaveLength(1);
});

it('calls nobody and takes no words for markup', () => {
  const news = { title: '@all <!channel> [x](https://evil.example)', text: '*b*', url: 'u', button: 'b', photoUrl: '' };
  const mattermost = JSON.stringify(chatMessage('mattermost', news));
  expect(mattermost).not.toContain('@all');
  expect(mattermost).not.toContain('[x](https');
  expect(JSON.stringify(chatMessage('slack', news))).toContain('"text":"@all &lt;!channel&gt;');
});

describe('the page of chats', () => {
  it('takes a public https address, and shows no secret again', async () => {
    const visitor = await signIn(test.app, await admin());
    const form = { kind: 'mattermost', url: 'https://chat.example/hooks/secret', language: 'de' };
    await visitor.post(paths.chat).type('form').send(form).expect(303);
    const page = await visitor.get(paths.chat).expect(200);
    expect(visibleText(page.text)).toContain('Mattermost , chat.example');
    expect(page.text).not.toContain('hooks/secret');
    const inside = { ...form, url: 'https://192.168.0.1/hooks/x' };
    const answer = await visitor.post(paths.chat).type('form').send(inside).expect(422);
    expect(visibleText(answer.text)).toContain('it must be a public https address');
    expect(answer.text).toContain('value="https://192.168.0.1/hooks/x"');
  });

  it('says whether a try has arrived', async () => {
    await room();
    const visitor = await signIn(test.app, await admin());
    const page = await visitor.get(paths.chat);
    const [, trial = ''] = /action="([^"]+\/test)"/.exec(page.text) ?? [];
    await visitor.post(trial).type('form').send({}).expect(303);
    expect(visibleText((await visitor.get(paths.chat)).text)).toContain('It has not arrived.');
  });
});
