import { setTimeout } from 'node:timers/promises';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { publish } from '../../src/appeals/publish';
import type { Appeal } from '../../src/domain/appeal';
import { AccountModel } from '../../src/models/account';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { openStream, type Said } from '../support/event-stream';
import { eventually } from '../support/eventually';
import { agent, colleague } from '../support/factories';
import { type Listening, listening, type SignedIn, signedInAt } from '../support/listening';
import { ownFolder, type Running, run } from '../support/process';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let finn: Account;
let here: Listening;
let service: SignedIn;
let cupboard: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  [ada, finn] = [await agent(), await colleague()];
  cases = casesOf(test.services, { agent: ada, finder: finn });
  here = await listening(test.app);
  service = await signedInAt(here.address, ada);
  cupboard = await signedInAt(here.address, finn);
});
afterEach(() => test.services.streams.closeAll());
afterAll(async () => {
  here.close();
  await test.stop();
});

const about =
  ({ id }: Appeal) =>
  ({ event, ids }: Said) =>
    event === 'changed' && ids.includes(id);
const named = (said: readonly Said[]) => said.flatMap(({ ids }) => ids);

it('says which case changed, and nothing about it, at once and uncompressed', async () => {
  const appeal = await cases.searching();
  const stream = await openStream(here.address, cupboard, { since: Date.now() + 60_000 });
  expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(stream.headers.get('content-encoding')).toBeNull();
  expect(stream.headers.getSetCookie()).toEqual([]);
  await giveLead(by(finn, appeal), 'Ask at the fair');
  const said = await stream.hearing('the change', about(appeal));
  expect(said.ids).toEqual([appeal.id]);
  await follow(ada, appeal.id);
  await eventually('the new follower', async () => stream.said().filter(about(appeal)).length > 1 || undefined);
});

it('tells drafts to agents alone, and everybody once they are published', async () => {
  const before = Date.now() + 60_000;
  const [forAgent, forColleague] = [
    await openStream(here.address, service, { since: before }),
    await openStream(here.address, cupboard, { since: before }),
  ];
  const draft = await cases.draft();
  await forAgent.hearing('the draft', about(draft));
  expect(named(forColleague.said())).not.toContain(draft.id);
  const other = await openStream(here.address, cupboard, { since: Date.now() - 5000 });
  await publish(by(ada, draft));
  await forColleague.hearing('the publication', about(draft));
  expect(other.said().filter(about(draft))).toHaveLength(1);
});

describe('whoever was away', () => {
  it('hears what changed since the page was made, or since they last heard, and no draft', async () => {
    const since = Date.now();
    const [appeal, draft] = [await cases.searching(), await cases.draft()];
    const late = await openStream(here.address, cupboard, { since });
    await late.hearing('what was missed', about(appeal));
    const again = await openStream(here.address, cupboard, { since: 0, more: { 'Last-Event-ID': String(since) } });
    await again.hearing('what was missed', about(appeal));
    expect(named([...late.said(), ...again.said()])).not.toContain(draft.id);
  });

  it('for very long fetches everything again', async () => {
    const stream = await openStream(here.address, cupboard, { since: 0 });
    const { ids } = await stream.hearing('that all is old', ({ event }) => event === 'refresh');
    expect(ids).toEqual([]);
  });

  it('may ask without a stream', async () => {
    const since = Date.now();
    const appeal = await cases.searching();
    const answer = await fetch(`${here.address}${paths.changes}?since=${since}`, { headers: cupboard });
    expect(await answer.text()).toContain(appeal.id);
  });
});

describe('a stream', () => {
  it('gives way to the third of a session, with a word', async () => {
    const streams = [];
    for (let number = 0; number < 3; number++) streams.push(await openStream(here.address, cupboard));
    await streams[0]?.ended;
    expect(streams[0]?.said().map(({ event }) => event)).toContain('full');
    expect(test.services.streams.count()).toBe(2);
    await openStream(here.address, service);
    expect(test.services.streams.count()).toBe(3);
  });

  it('ends when its reader signs out', async () => {
    const gone = await signedInAt(here.address, finn);
    const stream = await openStream(here.address, gone);
    await fetch(here.address + paths.signOut, { method: 'POST', headers: gone, redirect: 'manual' });
    await stream.ended;
    expect(stream.said().map(({ event }) => event)).toContain('ended');
    const answer = await fetch(here.address + paths.changes, { headers: gone, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  it('is forgotten when its reader hangs up, and costs nothing while nobody listens', async () => {
    const stream = await openStream(here.address, cupboard);
    const { readings } = test.services.changeFeed;
    await eventually('a reading', async () => readings() > 0 || undefined);
    stream.hangUp();
    await eventually('the end', async () => test.services.streams.count() === 0 || undefined);
    await setTimeout(100);
    const before = readings();
    await setTimeout(2500);
    expect(readings()).toBe(before);
  });
});

it('keeps no session alive, and no sentence from the next page', async () => {
  const appeal = await cases.searching();
  const headers = { ...cupboard, 'Content-Type': 'application/x-www-form-urlencoded' };
  const page = `${here.address}/appeals/${appeal.id}`;
  await fetch(`${page}/follow`, { method: 'POST', headers, redirect: 'manual' });
  const live = await fetch(page, { headers: { ...cupboard, 'X-Live': 'page' } });
  expect(live.headers.getSetCookie()).toEqual([]);
  expect(await live.text()).not.toContain('id="flash"');
  expect(await (await fetch(page, { headers: cupboard })).text()).toContain('id="flash"');
});

describe('another process', () => {
  const { folder, remove } = ownFolder();
  let other: Running;
  let there: string;
  beforeAll(async () => {
    other = run('src/main', {
      MONGODB_URI: test.config.mongodbUri ?? '',
      SESSION_SECRET: test.config.sessionSecret,
      ...{ DATA_DIR: folder, UPLOADS_DIR: folder, PORT: '0', HOST: '127.0.0.1', DEMO_DATA: 'false' },
    });
    const [, address = ''] = await other.saying(/ is open at (\S+)/);
    there = address.replace('localhost', '127.0.0.1');
  });
  afterAll(async () => {
    other.child.kill('SIGKILL');
    await other.ended;
    remove();
  });

  it('hears of what this one changes', async () => {
    const appeal = await cases.searching();
    const stream = await openStream(there, cupboard, { since: Date.now() + 60_000 });
    await giveLead(by(finn, appeal), 'Ask at the fair');
    await stream.hearing('the change', about(appeal));
    stream.hangUp();
  });

  it('ends the streams of those who have signed out here, or are gone, with its next beat', async () => {
    const [gone, leaver] = [await signedInAt(here.address, finn), await colleague()];
    const streams = [await openStream(there, gone), await openStream(there, await signedInAt(here.address, leaver))];
    await fetch(here.address + paths.signOut, { method: 'POST', headers: gone, redirect: 'manual' });
    await AccountModel.deleteOne({ _id: leaver.id });
    await Promise.all(streams.map(({ ended }) => ended));
    for (const stream of streams) expect(stream.said().map(({ event }) => event)).toContain('ended');
  });

  it('stops at once, whoever listens', async () => {
    const stream = await openStream(there, cupboard);
    const begin = Date.now();
    other.child.kill('SIGTERM');
    expect(await other.ended).toBe(0);
    await stream.ended;
    expect(Date.now() - begin).toBeLessThan(8000);
  });
});
