import { createECDH, randomBytes } from 'node:crypto';
import { decrypt } from 'http_ece';
import { AppealModel } from '../../src/models/appeal';
import { ChatPostModel } from '../../src/models/chat-post';
import { NoticeModel } from '../../src/models/notice';
import { addChatHook } from '../../src/notices/chat-hooks';
import { deriveNotices } from '../../src/notices/derive';
import { postToChats } from '../../src/notices/post-to-chats';
import { addDevice } from '../../src/notices/push-devices';
import { pushNotices } from '../../src/notices/push-notices';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import type { Post } from '../../src/webhook/post-outside';
import { startTestApp, type TestApp } from '../support/app';
import { browser, signIn } from '../support/sign-in';
import { createWorld, fieldsToldIn, type World } from '../support/world';

/** What a board shows to every colleague, and so may be called out to them elsewhere. */
const published = ['agentname', 'story', 'title'];

/** What a lock screen may show besides, as a colleague's timeline does. */
const sentences = [...published, 'findername', 'givenname', 'familyname', 'shyname'];

let test: TestApp;
let world: World;
beforeAll(async () => {
  test = await startTestApp();
  world = await createWorld(test);
  await test.services.outbox.stop();
}, 120_000);
afterAll(() => test.stop());

/** Takes everything that is posted outside, as somebody there who says yes. */
function outside(): { post: Post; taken: string[]; raw: Buffer[] } {
  const [taken, raw]: [string[], Buffer[]] = [[], []];
  const post: Post = async (_url, headers, body) => {
    raw.push(Buffer.from(body));
    taken.push(JSON.stringify(headers), String(body));
    return { status: 201 } as Awaited<ReturnType<Post>>;
  };
  return { post, taken, raw };
}

it('a feed says what the board shows, and nothing else', async () => {
  const visitor = await signIn(test.app, world.people.colleague);
  await visitor.post(paths.feedRenewal).type('form').send({}).expect(303);
  const { text: wishes } = await visitor.get(paths.noticeWishes).expect(200);
  const [address = ''] = /\/feed\/[\w-]{43}\.atom/.exec(wishes) ?? [];
  const { text } = await browser(test.app).get(address).expect(200);
  expect(text).toContain('<entry>');
  expect(fieldsToldIn(text).filter((name) => !published.includes(name))).toEqual([]);
  expect(fieldsToldIn(text)).toContain('title');
});

it.each(['mattermost', 'slack', 'teams'] as const)(
  'a call in %s says what the board shows, and nothing else',
  async (kind) => {
    await ChatPostModel.deleteMany({});
    await addChatHook(world.people.admin, { kind, url: 'https://chat.example/hook', language: 'de' });
    await everythingIsNews();
    const { post, taken } = outside();
    await postToChats({ ...test.services.chatTools, post });
    expect(taken.length).toBeGreaterThan(0);
    expect(fieldsToldIn(taken.join('\n')).filter((name) => !published.includes(name))).toEqual([]);
    expect(fieldsToldIn(taken.join('\n'))).toContain('title');
  },
);

it('a notification says what any colleague could read, to whomever it goes', async () => {
  const { people } = world;
  const devices = await Promise.all([people.agent, people.finder, people.colleague].map(withDevice));
  await everythingIsNews();
  await NoticeModel.updateMany({}, { $set: { 'push.dueAt': new Date() } });
  const { post, raw } = outside();
  await pushNotices({
    post,
    keys: test.services.pushKeys,
    subject: 'mailto:fundus@fundus.example',
    brandName: 'Fundus',
    appealPathOf: (id) => `/appeals/${id}`,
    noticesPath: paths.notices,
  });
  const told = raw.map((body) => devices.map((read) => read(body)).find((text) => text !== undefined) ?? '');
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((text) => text !== '')).toBe(true);
  expect(fieldsToldIn(told.join('\n')).filter((name) => !sentences.includes(name))).toEqual([]);
});

/** Every event of every case is told once more. */
async function everythingIsNews(): Promise<void> {
  for (const { _id, timeline } of await AppealModel.find().lean())
    await AppealModel.updateOne({ _id }, { $set: { unnoticed: timeline.map(({ id }) => id) } });
  await deriveNotices('Europe/Berlin');
}

/** @returns reads what is meant for this browser; undefined for what is not */
async function withDevice(account: Account): Promise<(body: Buffer) => string | undefined> {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  const endpoint = `https://push.example/${account.id}`;
  await addDevice(account, { endpoint, p256dh, auth, device: 'Mozilla/5.0 (X11; Linux) Firefox/140' });
  return (body) => {
    try {
      return decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString();
    } catch {
      return undefined;
    }
  };
}
