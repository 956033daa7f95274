import { createHmac } from 'node:crypto';
import type { EventName } from '../../src/domain/event-names';
import { deliverEvents, type EventHookTools } from '../../src/event-hooks/deliver-events';
import { deliveriesTo, replayDelivery, replayFailed } from '../../src/event-hooks/deliveries';
import { addEventHook, eventHookOf, switchOnEventHook } from '../../src/event-hooks/hooks';
import { AppealModel } from '../../src/models/appeal';
import { EventDeliveryModel } from '../../src/models/event-delivery';
import { EventHookModel } from '../../src/models/event-hook';
import { deriveNotices } from '../../src/notices/derive';
import type { Account } from '../../src/people/accounts';
import { createPost } from '../../src/webhook/post-outside';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { admin, agent, colleague } from '../support/factories';
import { mailsIn } from '../support/outbox';
import { type Suite, startSuite } from '../support/suite';

let test: TestApp;
let outside: Suite;
let people: Record<'agent' | 'finder' | 'admin', Account>;
beforeAll(async () => {
  [test, outside] = [await startTestApp(), await startSuite()];
  await test.services.outbox.stop();
  people = { agent: await agent(), finder: await colleague(), admin: await admin() };
});
afterAll(async () => {
  await outside.stop();
  await test.stop();
});
beforeEach(async () => {
  await Promise.all([EventHookModel.deleteMany({}), EventDeliveryModel.deleteMany({})]);
  outside.taken.length = 0;
  outside.answer(204);
});

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];
/** They listen on this machine, which is closed to the application; only the test opens it. */
const tools = (): EventHookTools => ({
  ...test.services.eventHookTools,
  post: createPost({ ca: outside.ca, resolve: loopback, isAllowed: () => true }),
});
const listen = (...events: EventName[]) => addEventHook(people.admin, { url: outside.url, events });
const derive = () => deriveNotices('Europe/Berlin');
const found = async () => {
  const appeal = await casesOf(test.services, people).found();
  await derive();
  return appeal;
};
const told = () => outside.taken.map(({ body }) => JSON.parse(body));
const dueNow = () => EventDeliveryModel.updateMany({ state: 'waiting' }, { $set: { dueAt: new Date() } });

it('tells each event once, by ids and status, in several processes, and however often it is derived', async () => {
  await listen();
  const { id, finds } = await found();
  await AppealModel.updateOne(
    { _id: id },
    { $set: { unnoticed: (await AppealModel.findById(id))?.timeline.map((e) => e.id) } },
  );
  await derive();
  await Promise.all([deliverEvents(tools()), deliverEvents(tools())]);
  await deliverEvents(tools());
  const types = told().map(({ type }) => type);
  expect(types.sort()).toEqual(['appeal.opened', 'appeal.published', 'find.accepted', 'find.offered']);
  expect(told().find(({ type }) => type === 'find.offered')).toMatchObject({
    data: { appealId: id, findId: finds[0]?.id, kind: 'item', quantity: 2 },
  });
});

it('signs what it sends, so that the other side knows that it was us and just now', async () => {
  const hook = await eventHookOf(await listen('find.offered'));
  await found();
  await deliverEvents(tools());
  const [{ headers, body } = { headers: {}, body: '' }] = outside.taken;
  const secret = tools().secretOf(hook);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const own = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(signed)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${own}`);
  expect(Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']))).toBeLessThan(10);
});

it('tells only what somebody asked for', async () => {
  await listen('find.accepted', 'appeal.closed');
  await found();
  await deliverEvents(tools());
  expect(told().map(({ type }) => type)).toEqual(['find.accepted']);
});

it('tries again later, by the same id, until it is taken', async () => {
  const hook = await listen('find.offered');
  await found();
  outside.answer(500);
  await deliverEvents(tools());
  await deliverEvents(tools());
  expect(outside.taken).toHaveLength(1);
  const [waiting] = await deliveriesTo(hook);
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, lastAnswer: '500' });
  expect((waiting?.dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(40_000);
  expect((await eventHookOf(hook)).failingSince).not.toBeNull();
  outside.answer(200);
  await dueNow();
  await deliverEvents(tools());
  const ids = outside.taken.map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect((await deliveriesTo(hook))[0]).toMatchObject({
    state: 'delivered',
    attempts: 2,
    lastAnswer: '200',
    dueAt: null,
  });
  expect((await eventHookOf(hook)).failingSince).toBeNull();
});

it('follows no redirect, and gives up after the last attempt', async () => {
  const hook = await listen('find.offered');
  await found();
  outside.answer(302, '', { Location: 'https://inside.example/' });
  for (let times = 0; times < 8; times++) {
    await dueNow();
    await deliverEvents(tools());
  }
  const [delivery] = await deliveriesTo(hook);
  expect(delivery).toMatchObject({ state: 'failed', lastAnswer: '302' });
  expect(outside.taken).toHaveLength(delivery?.attempts ?? 0);
});

it('tells once more what an admin wants told, as it was', async () => {
  const hook = await listen('find.offered', 'find.accepted');
  await found();
  await deliverEvents(tools());
  const first = told();
  const [delivery] = await deliveriesTo(hook);
  await replayDelivery(hook, delivery?.id ?? '');
  await deliverEvents(tools());
  expect(told()).toHaveLength(3);
  expect(first).toContainEqual(told()[2]);
  await EventDeliveryModel.updateMany({}, { $set: { state: 'failed' } });
  expect(await replayFailed(hook)).toBe(2);
  await deliverEvents(tools());
  expect(told()).toHaveLength(5);
  await expect(replayDelivery(hook, 'nothing')).rejects.toThrow('error.notFound');
  const other = await addEventHook(people.admin, { url: 'https://other.example/', events: [] });
  await expect(replayDelivery(other, delivery?.id ?? '')).rejects.toThrow('error.notFound');
});

it('comes back to what a process that fell over had taken', async () => {
  await listen('find.offered');
  await found();
  const hanging = { ...tools(), post: () => new Promise<never>(() => {}) };
  void deliverEvents(hanging);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await deliverEvents(tools());
  expect(outside.taken).toHaveLength(0);
  await dueNow();
  await deliverEvents(tools());
  expect(outside.taken).toHaveLength(1);
});

describe('whoever takes nothing', () => {
  const mails = async () =>
    (await mailsIn(test.config.dataDir)).filter((mail) => /webhook was switched off/.test(mail));

  it('is told nothing any more after days; the admins are told once; switched on again, they are told what was missed', async () => {
    const hook = await listen('find.offered');
    await found();
    await found();
    outside.answer(503);
    await deliverEvents(tools());
    await EventHookModel.updateOne({ _id: hook }, { failingSince: new Date(Date.now() - 6 * 24 * 60 * 60 * 1000) });
    const before = (await mails()).length;
    await dueNow();
    await Promise.all([deliverEvents(tools()), deliverEvents(tools())]);
    expect((await eventHookOf(hook)).switchedOffAt).not.toBeNull();
    expect((await mails()).length - before).toBe(1);
    const [mail = ''] = (await mails()).slice(-1);
    expect([mail.includes('suite.example'), mail.includes('team=1')]).toEqual([true, false]);
    await dueNow();
    await deliverEvents(tools());
    const sent = outside.taken.length;
    await found();
    await deliverEvents(tools());
    expect(outside.taken).toHaveLength(sent);
    outside.answer(200);
    await switchOnEventHook(hook);
    expect(await replayFailed(hook)).toBe(2);
    await deliverEvents(tools());
    expect(outside.taken).toHaveLength(sent + 2);
  });

  it('is told nothing any more at once where the address says that it is gone', async () => {
    const hook = await listen('find.offered');
    await found();
    outside.answer(410);
    await deliverEvents(tools());
    expect((await eventHookOf(hook)).switchedOffAt).not.toBeNull();
    expect((await deliveriesTo(hook))[0]).toMatchObject({ state: 'failed', lastAnswer: '410' });
  });
});

it('connects to no address inside', async () => {
  await expect(addEventHook(people.admin, { url: 'https://127.0.0.1/', events: [] })).rejects.toThrow('outsideAddress');
  await expect(addEventHook(people.admin, { url: 'http://outside.example/', events: [] })).rejects.toThrow(
    'outsideAddress',
  );
  const hook = await listen('find.offered');
  await found();
  const closed = createPost({ ca: outside.ca, resolve: loopback });
  await deliverEvents({ ...tools(), post: closed });
  expect(outside.taken).toHaveLength(0);
  expect((await deliveriesTo(hook))[0]?.state).toBe('failed');
});
