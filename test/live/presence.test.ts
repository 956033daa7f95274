import type TestAgent from 'supertest/lib/agent';
import type { Appeal } from '../../src/domain/appeal';
import { PresenceModel } from '../../src/models/presence';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: TestAgent;
let bo: TestAgent;
let cupboard: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  const people = { agent: await agent({ name: 'Ada Agent', language: 'en' }), finder: await colleague() };
  cases = casesOf(test.services, people);
  ada = await signIn(test.app, people.agent);
  bo = await signIn(test.app, await agent({ name: 'Bo Both', language: 'en' }));
  cupboard = await signIn(test.app, people.finder);
});
afterAll(() => test.stop());

const tell = (visitor: TestAgent, { id }: Appeal, doing: string) =>
  visitor.post(link(paths.presence, { id })).type('form').send({ doing });
const heard = async (visitor: TestAgent, appeal: Appeal, doing = 'looking') =>
  visibleText((await tell(visitor, appeal, doing).expect(200)).text);

it('tells an agent who else looks at a case and who edits it, and forgets who has left', async () => {
  const [appeal, other] = [await cases.searching(), await cases.searching()];
  expect(await heard(ada, appeal)).toBe('');
  expect(await heard(bo, appeal, 'editing')).toBe('Ada Agent is looking at this, too');
  expect(await heard(ada, appeal)).toBe('Bo Both is editing this right now');
  expect(await heard(ada, other)).toBe('');
  await heard(bo, appeal, 'leaving');
  expect(await heard(ada, appeal)).toBe('');
});

it('forgets who has not been heard of for a while', async () => {
  const appeal = await cases.searching();
  await heard(bo, appeal, 'editing');
  await PresenceModel.updateOne({ appeal: appeal.id }, { at: new Date(Date.now() - 40_000) });
  expect(await heard(ada, appeal)).toBe('');
});

it('is nothing for colleagues, neither to tell nor to read', async () => {
  const appeal = await cases.searching();
  await heard(bo, appeal);
  await tell(cupboard, appeal, 'looking').expect(403);
  const page = await cupboard.get(link(paths.appeal, { id: appeal.id })).expect(200);
  expect(page.text).not.toContain('data-presence');
  expect((await ada.get(link(paths.appeal, { id: appeal.id }))).text).toContain('data-presence');
});

it('takes nothing but what pages say', async () => {
  const appeal = await cases.searching();
  await tell(ada, appeal, 'sleeping').expect(422);
});
