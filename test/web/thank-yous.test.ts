import { look } from '../../src/appeals/look';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('thanks everybody who searched or gave, each for what they did, once it has ended well', async () => {
  const [ada, giver, seeker, other] = [
    await agent(),
    await colleague({ name: 'Gil Giver' }),
    await colleague({ name: 'Sol Seeker' }),
    await colleague(),
  ];
  const cases = casesOf(test.services, { agent: ada, finder: giver });
  const read = async (who: typeof giver) => visibleText((await (await signIn(test.app, who)).get(paths.myFinds)).text);
  const offered = await cases.withOffer({ appeal: { title: 'Tin robot' } });
  await look(by(seeker, offered), 'Attic');
  expect(await read(seeker)).not.toContain('Tin robot');
  const happy = await cases.closedHappy({ appeal: { title: 'Plush donkey' } });
  expect(await read(giver)).toMatch(/Plush donkey[\s\S]*Gil, your find has made somebody very happy/);
  expect(await read(other)).not.toContain('Plush donkey');
  const visitor = await signIn(test.app, ada);
  const story = await visitor.get(link(paths.story, { id: happy.id })).expect(200);
  expect(visibleText(story.text)).toContain('Plush donkey');
  expect((await visitor.get(link(paths.appeal, { id: happy.id }))).text).toContain(link(paths.story, { id: happy.id }));
  await visitor.get(link(paths.story, { id: offered.id })).expect(404);
});
