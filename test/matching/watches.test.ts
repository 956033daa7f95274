import { offerFind } from '../../src/appeals/offer-find';
import { NotFound } from '../../src/errors';
import { watchNewsFor } from '../../src/matching/watch-news';
import { endWatch, keepWatch, watchesOf, watchSeen } from '../../src/matching/watches';
import { WatchModel } from '../../src/models/watch';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, newFind } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const finder = person('finder');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());
beforeEach(() => WatchModel.deleteMany({}));

const donkey = { title: 'Grauer Plüschesel', story: 'Mit rosa Hemd', sought: [], hashtags: [] };
const news = async () =>
  (await watchNewsFor(agent)).map((one) => one.news.map(({ kind, title }) => `${kind} ${title}`));

async function shelve(appeal: object): Promise<void> {
  const left = await cases.delivered({ appeal });
  await shelveFind(by(agent, left), findIn(left), 'Window');
}

it('tells of what has come since, and of nothing once it is seen', async () => {
  await shelve(donkey);
  await keepWatch(agent, { text: 'grey donkey' });
  expect(await news()).toEqual([[]]);
  await shelve(donkey);
  await shelve({ ...donkey, title: 'Brauner Koffer', story: 'Leder' });
  expect(await news()).toEqual([['spare Grauer Plüschesel']]);
  const [watch] = await watchesOf(agent);
  await watchSeen(agent, watch?.id ?? '');
  expect(await news()).toEqual([[]]);
});

it('tells of a find somebody offers elsewhere', async () => {
  const appeal = await cases.searching({ appeal: donkey });
  await keepWatch(agent, { text: 'Esel' });
  await offerFind(by(finder, appeal), newFind({ words: 'Aus dem Keller' }), [], test.services.photoStore);
  expect(await news()).toEqual([['find Grauer Plüschesel']]);
});

it('goes on looking for what an appeal sought in vain', async () => {
  const appeal = await cases.closedInVain({ appeal: donkey });
  await keepWatch(agent, { appealId: appeal.id });
  await shelve({ ...donkey, title: 'Stuffed donkey, grey', story: 'pink shirt' });
  expect(await news()).toEqual([['spare Stuffed donkey, grey']]);
});

it('is kept once, belongs to one, and ends', async () => {
  await keepWatch(agent, { text: 'donkey' });
  await keepWatch(agent, { text: 'donkey' });
  const [watch, ...others] = await watchesOf(agent);
  expect(others).toEqual([]);
  for (const change of [watchSeen, endWatch]) {
    await expect(change(finder, watch?.id ?? '')).rejects.toThrow(NotFound);
    await expect(change(agent, 'f'.repeat(24))).rejects.toThrow(NotFound);
  }
  await endWatch(agent, watch?.id ?? '');
  expect(await watchesOf(agent)).toEqual([]);
});
