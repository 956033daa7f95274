import { look } from '../../src/appeals/look';
import { translator } from '../../src/i18n/translator';
import { keepWatch } from '../../src/matching/watches';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { unescaped, visibleText } from '../support/html';
import { signIn } from '../support/sign-in';
import { spareOn } from '../support/spares';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('what was promised and is due stands first on the desk, and the draft tells how far the search has got', async () => {
  const [ada, finder] = [await agent(), await colleague()];
  const cases = casesOf(test.services, { agent: ada, finder });
  const visitor = await signIn(test.app, ada);
  const late = await cases.searching({ appeal: { title: 'Late donkey' } });
  await cases.withOffer({ appeal: { title: 'Fresh donkey' } });
  await look(by(finder, late), 'Cellar');
  expect(visibleText((await visitor.get(paths.desk)).text)).not.toContain('Promised');
  await keepWatch(ada, { text: 'donkey' });
  await spareOn(test.services, finder);
  expect(visibleText((await visitor.get(paths.desk)).text)).toContain(translator('en')('desk.watches.heading'));
  await AppealModel.updateOne({ _id: late.id }, { publishedAt: new Date('2026-01-02T10:00:00Z') });
  const desk = await visitor.get(paths.desk).expect(200);
  const [first = ''] = desk.text.match(/<section[\s\S]*?<\/section>/) ?? [];
  expect(visibleText(first)).toMatch(/Promised[\s\S]*Late donkey[\s\S]*until 5 January 2026/);
  const composer = link(paths.newUpdate, { id: late.id });
  const draft = `${composer}?template=searching_still`;
  expect(unescaped(first)).toContain(`href="${draft}"`);
  const page = await visitor.get(draft).expect(200);
  expect(page.text).toContain('So far 1 colleague has joined the search in 1 place.');
  const updates = link(paths.updates, { id: late.id });
  await fillIn(visitor, page, updates, { hearsBy: '2020-01-01' }).expect(422);
  await fillIn(visitor, page, updates, { hearsBy: '2099-01-01' }).expect(303);
  expect(visibleText((await visitor.get(paths.desk)).text)).not.toContain('Promised');
  expect(visibleText((await visitor.get(link(paths.appeal, { id: late.id }))).text)).toContain('1 January 2099');
});
