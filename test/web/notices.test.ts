import { acceptFind } from '../../src/appeals/accept-find';
import { follow } from '../../src/appeals/follow';
import { usualWishes } from '../../src/domain/notice';
import { deriveNotices } from '../../src/notices/derive';
import { saveWishes } from '../../src/notices/wishes';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
});
afterAll(() => test.stop());

const derive = () => deriveNotices('Europe/Berlin');

async function scene() {
  const [ada, finder] = [await agent({ name: 'Ada Agent' }), await colleague({ name: 'Fin Finder' })];
  const cases = casesOf(test.services, { agent: ada, finder });
  const appeal = await cases.withOffer();
  await derive();
  const visitor = await signIn(test.app, ada);
  const bell = async () => visibleText((await visitor.get(paths.board)).text);
  return { ada, finder, cases, appeal, visitor, bell };
}

it('rings the bell until it was read, which no page does by being looked at', async () => {
  const { appeal, visitor, bell } = await scene();
  expect(await bell()).toContain('News in 1 appeal');
  const list = await visitor.get(paths.notices).expect(200);
  expect(visibleText(list.text)).toMatch(/Plush donkey 1 new thing[\s\S]*Fin Finder has 2 to give\./);
  const page = await visitor.get(link(paths.appeal, { id: appeal.id })).expect(200);
  expect(visibleText(page.text)).toContain('1 new thing');
  expect(await bell()).toContain('News in 1 appeal');
  const [, until = ''] = /name="until" value="(\d+)"/.exec(page.text) ?? [];
  const read = link(paths.noticesRead, { id: appeal.id });
  const answer = await visitor.post(read).type('form').send({ until, from: 'appeal' }).expect(303);
  expect(answer.headers.location).toBe(link(paths.appeal, { id: appeal.id }));
  expect(await bell()).toContain('Nothing new for you');
  expect(visibleText((await visitor.get(paths.notices)).text)).toContain('Read already');
});

it('refuses what no form of ours sends', async () => {
  const { appeal, visitor } = await scene();
  const read = link(paths.noticesRead, { id: appeal.id });
  await visitor.post(read).type('form').send({ until: 'yesterday', from: 'appeal' }).expect(400);
  await visitor.post(read).type('form').send({ until: '1700000000000', from: 'x' }).expect(422);
});

it('is all read at one press', async () => {
  const { cases, visitor, bell } = await scene();
  await cases.withOffer();
  await derive();
  expect(await bell()).toContain('News in 2 appeals');
  await visitor
    .post(paths.allNoticesRead)
    .type('form')
    .send({ until: `${Date.now() + 1000}` })
    .expect(303);
  expect(await bell()).toContain('Nothing new for you');
});

it('says so where there is nothing', async () => {
  const visitor = await signIn(test.app, await colleague());
  expect(visibleText((await visitor.get(paths.notices)).text)).toContain('Nothing new');
});

it('gathers what is new in one appeal, and leads whoever is asked to the open form', async () => {
  const { ada, finder, cases, appeal } = await scene();
  const fan = await colleague();
  await follow(fan, appeal.id);
  await acceptFind(by(ada, appeal), findIn(appeal));
  await saveWishes(fan, usualWishes, ['rare']);
  const asked = await cases.searching({ appeal: { title: 'Tin robot', hashtags: ['rare'] } });
  await derive();
  const { text } = await (await signIn(test.app, fan)).get(paths.notices);
  expect(text).toContain(`${link(paths.appeal, { id: asked.id })}#offer`);
  expect(visibleText(text)).toContain('Ada Agent asks you');
  expect(visibleText(text)).toContain('Ada Agent accepted the find from Fin Finder.');
  const finders = await (await signIn(test.app, finder)).get(paths.notices);
  expect(visibleText(finders.text)).not.toContain('Tin robot');
});

it('mutes an appeal, and lets it be heard again', async () => {
  const { appeal, visitor, bell } = await scene();
  await visitor
    .post(link(paths.mute, { id: appeal.id }))
    .type('form')
    .send({})
    .expect(303);
  const page = await visitor.get(link(paths.appeal, { id: appeal.id }));
  expect(visibleText(page.text)).toContain('Hear of it again');
  expect(await bell()).toContain('Nothing new for you');
  await visitor
    .post(link(paths.muteEnd, { id: appeal.id }))
    .type('form')
    .send({})
    .expect(303);
  expect(visibleText((await visitor.get(link(paths.appeal, { id: appeal.id }))).text)).toContain('Mute');
});

it('tells the agent how many know about it', async () => {
  const { cases, visitor } = await scene();
  await saveWishes(await colleague(), usualWishes, ['veryrare']);
  const draft = await cases.draft({ appeal: { hashtags: ['veryrare'] } });
  const page = await visitor.get(link(paths.appeal, { id: draft.id }));
  expect(visibleText(page.text)).toContain('1 colleague knows about such things and will be asked at once.');
});
