import { addEventHook, eventHooks } from '../../src/event-hooks/hooks';
import { AppealModel } from '../../src/models/appeal';
import { EventDeliveryModel } from '../../src/models/event-delivery';
import { EventHookModel } from '../../src/models/event-hook';
import { deriveNotices } from '../../src/notices/derive';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { eventBodyFault } from '../support/described';
import { admin } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';
import { createWorld, fieldsToldIn } from '../support/world';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('is added, looked at, replayed and removed by an admin, and shows its host alone', async () => {
  const visitor = await signIn(test.app, await admin());
  const page = await visitor.get(paths.eventHooks).expect(200);
  const refused = await fillIn(visitor, page, paths.eventHooks, { url: 'https://localhost/', events: [] }).expect(422);
  expect(refused.text).toContain('https://localhost/');
  const given = { url: 'https://outside.example/hook?secret=hush', events: ['find.offered'] };
  await fillIn(visitor, page, paths.eventHooks, given).expect(303);
  const [{ id: eventHookId } = { id: '' }] = await eventHooks();
  const delivery = { hook: eventHookId, event: 'e', name: 'find.offered', body: '{}', attempts: 7, madeAt: new Date() };
  await EventDeliveryModel.create({ ...delivery, _id: `e:${eventHookId}`, state: 'failed', lastAnswer: '503' });
  const address = link(paths.eventHook, { eventHookId });
  const shown = await visitor.get(address).expect(200);
  expect(visibleText(shown.text)).toContain('given up (503)');
  expect([shown.text.includes('outside.example'), shown.text.includes('hush')]).toEqual([true, false]);
  expect(shown.text).toMatch(/whsec_[\w+/]/);
  await visitor.post(link(paths.eventHookReplays, { eventHookId })).type('form').send({ delivery: '' }).expect(303);
  expect(visibleText((await visitor.get(address)).text)).toContain('waiting');
  await EventHookModel.updateOne({ _id: eventHookId }, { switchedOffAt: new Date() });
  expect(visibleText((await visitor.get(paths.eventHooks)).text)).toContain('Switched off');
  await visitor.post(link(paths.eventHookSwitch, { eventHookId })).expect(303);
  expect(visibleText((await visitor.get(paths.eventHooks)).text)).not.toContain('Switched off');
  await visitor.post(link(paths.eventHookEnd, { eventHookId })).expect(303);
  await visitor.get(address).expect(404);
});

it('says of every event in the world what is described, and nothing anybody wrote', async () => {
  const world = await createWorld(test);
  await addEventHook(world.people.admin, { url: 'https://outside.example/', events: [] });
  await EventDeliveryModel.deleteMany({});
  for (const { _id, timeline } of await AppealModel.find().lean())
    await AppealModel.updateOne({ _id }, { $set: { unnoticed: timeline.map(({ id }) => id) } });
  await deriveNotices('Europe/Berlin');
  const bodies = (await EventDeliveryModel.find().lean()).map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(50);
  expect(fieldsToldIn(bodies.join('\n'))).toEqual([]);
  const people = [...Object.values(world.people).map(({ id }) => id), ...Object.values(world.tokens), ...world.photos];
  expect(people.filter((secret) => bodies.join('\n').includes(secret))).toEqual([]);
  expect(bodies.map((body) => eventBodyFault(JSON.parse(body))).filter((fault) => fault !== null)).toEqual([]);
  // Of what was taken down, and of drafts, that they were opened is all that is told.
  for (const appeal of [world.cases.takenDown, world.cases.draft, world.cases.asked]) {
    const told = bodies.filter((body) => body.includes(appeal.id)).map((body) => JSON.parse(body).type);
    expect(told).toEqual(['appeal.opened']);
  }
});
