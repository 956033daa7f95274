import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection } from 'mongoose';
import { translator } from '../../src/i18n/translator';
import { paths } from '../../src/paths';
import { eventually } from '../support/eventually';
import { visibleText } from '../support/html';
import { type Installation, makeInstallation } from '../support/installation';
import { dropDatabase, ownDatabase } from '../support/own-database';
import type { Running } from '../support/process';
import { type BusyAgent, busyAgent } from './support/busy-agent';
import { type Line, lineTo } from './support/line';

const outageMs = 30_000;
const emails = ['ada', 'ben', 'cleo', 'dora', 'emil'].map((name) => `${name}@x.example`);

let uri: string;
let line: Line;
let installation: Installation;
let app: Running;
let agents: BusyAgent[];
let stored: Connection;

beforeAll(async () => {
  uri = ownDatabase();
  line = await lineTo(uri);
  installation = await makeInstallation({ STORE: '', MONGODB_URI: line.uri, WRITES_PER_MINUTE: '100000' });
  for (const email of emails) await installation.createUser({ name: 'Agent', email, roles: ['agent'] });
  app = await installation.start();
  agents = await Promise.all(emails.map((email) => busyAgent(installation.url, email)));
  stored = await createConnection(uri).asPromise();
});
afterAll(async () => {
  await stored?.close();
  await installation?.remove();
  await line.close();
  await dropDatabase(uri);
});

const readiness = async () => (await fetch(`${installation.url}${paths.ready}`)).status;
const everybodyWorks = () => agents.every(({ confirmed }) => confirmed.length > 1);
const all = (what: (agent: BusyAgent) => string[]) => agents.flatMap(what);

test('half a minute without a store: pages say so, and nothing that was confirmed is lost, nor made twice', async () => {
  let isOver = false;
  const working = Promise.all(agents.map((agent) => agent.work(() => isOver)));
  await eventually('all of them at work', async () => everybodyWorks() || undefined);
  line.cut();
  await eventually('somebody who asks whether it is well', async () =>
    (await readiness()) === 503 ? true : undefined,
  );
  await pause(outageMs);
  line.mend();
  await eventually('it to be well again', async () => ((await readiness()) === 200 ? true : undefined));
  const confirmedSoon = all(({ confirmed }) => confirmed).length;
  await eventually('more to be confirmed', async () =>
    all(({ confirmed }) => confirmed).length > confirmedSoon + emails.length ? true : undefined,
  );
  isOver = true;
  await working;
  expect(all(({ surprises }) => surprises)).toEqual([]);
  const titles = await stored.collection('appeals').distinct('title');
  const confirmed = all(({ confirmed }) => confirmed);
  expect(titles.toSorted()).toEqual(confirmed.toSorted());
  const appeals = await stored.collection('appeals').distinct('_id');
  expect(appeals).toHaveLength(confirmed.length);
  const answerable = await stored.collection('customers').distinct('appeal');
  expect(answerable).toEqual(expect.arrayContaining(appeals.map(String)));
  expect(app.child.exitCode).toBeNull();
});

test('what pages say is a sentence for people', () => {
  const excuses = all((agent) => agent.excuses);
  expect(excuses.length).toBeGreaterThan(0);
  for (const excuse of excuses) expect(visibleText(excuse)).toContain(translator('de')('error.unavailable'));
});
