import { createECDH, randomBytes } from 'node:crypto';
import { decrypt } from 'http_ece';
import { usualWishes } from '../../src/domain/notice';
import { NoticeModel } from '../../src/models/notice';
import { PushKeysModel } from '../../src/models/push-keys';
import { PushSubscriptionModel } from '../../src/models/push-subscription';
import { deriveNotices } from '../../src/notices/derive';
import { addDevice, devicesOf, removeDevice } from '../../src/notices/push-devices';
import { pushKeys } from '../../src/notices/push-keys';
import { type PushTools, pushNotices } from '../../src/notices/push-notices';
import { saveWishes } from '../../src/notices/wishes';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { createPost, type Post } from '../../src/webhook/post-outside';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';
import { type Suite, startSuite } from '../support/suite';

let test: TestApp;
let service: Suite;
let finder: Account;
let ada: Account;
beforeAll(async () => {
  [test, service] = [await startTestApp(), await startSuite()];
  await test.services.outbox.stop();
});
afterAll(async () => {
  await service.stop();
  await test.stop();
});
beforeEach(async () => {
  await Promise.all([NoticeModel.deleteMany({}), PushSubscriptionModel.deleteMany({})]);
  [ada, finder] = [await agent({ name: 'Ada Agent' }), await colleague()];
  service.taken.length = 0;
  service.answer(201);
});

/** A browser, with the keys that it never tells. */
function device(path = '/1') {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  const endpoint = new URL(path, service.url).href;
  const read = (body: Buffer) =>
    JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString());
  return { subscription: { endpoint, p256dh, auth, device: 'Mozilla/5.0 (X11; Linux) Firefox/140' }, read };
}

/** What arrived, as it was sent. */
const arrived: Buffer[] = [];
/** The service runs on this machine, which is closed to the application; only the test opens it. */
const opened = createPost({
  ca: undefined,
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isAllowed: () => true,
});
const tools = (post: Post = opened): PushTools => ({
  post: (url, headers, body) => {
    arrived.push(Buffer.from(body));
    return post(url, headers, body);
  },
  keys: test.services.pushKeys,
  subject: 'mailto:fundus@fundus.example',
  brandName: 'Fundus',
  appealPathOf: (id) => `/appeals/${id}`,
  noticesPath: paths.notices,
});
const trusting = () =>
  createPost({ ca: service.ca, resolve: async () => [{ address: '127.0.0.1', family: 4 }], isAllowed: () => true });
const news = async () => {
  const appeal = await casesOf(test.services, { agent: ada, finder }).found();
  await deriveNotices('Europe/Berlin');
  return appeal;
};

it('has one pair of keys, whoever makes it first', async () => {
  await PushKeysModel.deleteMany({});
  const pairs = await Promise.all([pushKeys(), pushKeys(), pushKeys()]);
  expect(new Set(pairs.map(({ publicKey }) => publicKey)).size).toBe(1);
  await PushKeysModel.replaceOne({}, { ...(await test.services.pushKeys) });
});

it('tells the colleague’s sentence and nothing of the case, so that only the browser can read it', async () => {
  const { subscription, read } = device();
  await addDevice(finder, subscription);
  const appeal = await news();
  arrived.length = 0;
  await pushNotices(tools(trusting()));
  expect(arrived.map(read)).toEqual([
    {
      title: 'Fundus',
      body: 'Ada Agent accepted the find from Kim Beispiel.',
      path: `/appeals/${appeal.id}`,
      tag: appeal.id,
    },
  ]);
  const headers = service.taken[0]?.headers ?? {};
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', topic: appeal.id, ttl: '86400' });
  expect(headers.authorization).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/);
  await pushNotices(tools(trusting()));
  expect(service.taken).toHaveLength(1);
});

it('opens the form where somebody is asked', async () => {
  const { subscription, read } = device();
  await addDevice(finder, subscription);
  await saveWishes(finder, usualWishes, ['rare']);
  const appeal = await casesOf(test.services, { agent: ada, finder }).searching({ appeal: { hashtags: ['rare'] } });
  await deriveNotices('Europe/Berlin');
  arrived.length = 0;
  await pushNotices(tools(trusting()));
  expect(arrived.map(read)).toMatchObject([{ path: `/appeals/${appeal.id}#offer` }]);
});

it('forgets a browser that is gone, and tries again when the service is down', async () => {
  await addDevice(finder, device().subscription);
  await news();
  service.answer(503);
  await pushNotices(tools(trusting()));
  expect(await devicesOf(finder)).toHaveLength(1);
  await NoticeModel.updateMany({ 'push.dueAt': { $gt: new Date() } }, { 'push.dueAt': new Date() });
  service.answer(410);
  await pushNotices(tools(trusting()));
  expect([await devicesOf(finder), service.taken.length]).toEqual([[], 2]);
});

it('never connects to an address inside the house', async () => {
  await addDevice(finder, device().subscription);
  await news();
  await pushNotices(tools(createPost({ ca: service.ca, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })));
  expect([service.taken, await devicesOf(finder)]).toEqual([[], []]);
});

it.each([
  'http://push.example/1',
  'https://127.0.0.1/1',
  'https://[::1]/',
  'https://localhost/',
  'https://intranet/',
  'javascript:1',
])('takes no such address: %s', async (endpoint) => {
  const visitor = await signIn(test.app, finder);
  const { p256dh, auth } = device().subscription;
  await visitor.post(paths.pushDevices).type('form').send({ endpoint, p256dh, auth }).expect(422);
  expect(await devicesOf(finder)).toEqual([]);
});

it('is turned on and off in the profile, each for oneself', async () => {
  const visitor = await signIn(test.app, finder);
  const { endpoint, p256dh, auth } = device().subscription;
  await visitor.post(paths.pushDevices).type('form').send({ endpoint, p256dh, auth }).expect(303);
  const [kept] = await devicesOf(finder);
  await removeDevice(ada, kept?._id ?? '');
  const page = await visitor.get(paths.noticeWishes);
  const [, end = ''] = /action="([^"]+devices\/[0-9a-f]{64}\/end)"/.exec(page.text) ?? [];
  expect(visibleText(page.text)).toContain('This device will tell you from now on.');
  expect(page.text).not.toContain(auth);
  await visitor.post(end).type('form').send({}).expect(303);
  expect(await devicesOf(finder)).toEqual([]);
});

it('has a worker at the root, which browsers ask for anew', async () => {
  const { headers, text } = await browser(test.app).get(paths.serviceWorker).expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' });
  expect(text).toContain('showNotification');
});
