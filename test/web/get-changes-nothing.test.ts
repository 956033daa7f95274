import { readdir } from 'node:fs/promises';
import type TestAgent from 'supertest/lib/agent';
import { derivedFileNames } from '../../src/photos/photo-files';
import { startTestApp, type TestApp } from '../support/app';
import { dump } from '../support/dump';
import { fileRoutes } from '../support/files';
import { addressesIn } from '../support/reading';
import { browser, signIn } from '../support/sign-in';
import { createWorld, type World } from '../support/world';

const readers = ['nobody', 'colleague', 'finder', 'admin', 'agent', 'customer', 'whoIsAsked'] as const;

let test: TestApp;
let world: World;
let browsers: Record<(typeof readers)[number], TestAgent>;
beforeAll(async () => {
  test = await startTestApp();
  world = await createWorld(test);
  const { colleague, finder, admin, agent } = world.people;
  browsers = {
    nobody: browser(test.app),
    customer: browser(test.app),
    whoIsAsked: browser(test.app),
    colleague: await signIn(test.app, colleague),
    finder: await signIn(test.app, finder),
    admin: await signIn(test.app, admin),
    agent: await signIn(test.app, agent),
  };
});
afterAll(() => test.stop());

/** What is made again from the originals whenever somebody asks for it is nothing anybody keeps. */
const isKept = (file: string) => !derivedFileNames.some((name) => file.endsWith(`/${name}`));

/** That somebody has read is on record; that record has tests of its own. */
const record = ['auditentries', 'auditheads'];

const everything = async () => [
  await dump(test.connection, record),
  (await readdir(test.config.uploadsDir, { recursive: true })).filter(isKept),
];

/** Whether an address is a page to look at, which the browser's tests visit all. */
function isPage(address: string): boolean {
  const [path = ''] = address.split('?');
  return !fileRoutes.some((pattern) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path));
}

it.each(readers)('reading every page changes nothing but the record of it: %s', async (reader) => {
  const before = await everything();
  const links = { customer: Object.values(world.tokens), whoIsAsked: [world.inquiryToken] };
  const tokens = links[reader as keyof typeof links] ?? ['void'];
  const statuses = new Map<number, string>();
  for (const address of addressesIn(world, tokens)) {
    const { status, text = '' } = await browsers[reader].get(address);
    statuses.set(status, address);
    if (status === 200)
      expect([address, /^<!doctype html>/i.test(text.trimStart())]).toEqual([address, isPage(address)]);
    if (!address.includes('?')) await browsers[reader].head(address).expect(status);
  }
  expect(await everything()).toEqual(before);
  expect([...statuses].filter(([status]) => status >= 400 && ![403, 404].includes(status))).toEqual([]);
  expect([...statuses.keys()]).toContain(200);
});
