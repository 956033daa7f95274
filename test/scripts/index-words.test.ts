import { indexWords } from '../../src/matching/index-words';
import { AppealModel } from '../../src/models/appeal';
import { SpareModel } from '../../src/models/spare';
import { TokenModel } from '../../src/models/token';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const stored = async () => ({
  appeals: await AppealModel.find().sort({ _id: 1 }).select('tokens openTokens findTokens').lean(),
  spares: await SpareModel.find().sort({ _id: 1 }).select('tokens').lean(),
  counts: await TokenModel.find().sort({ _id: 1 }).lean(),
});

it('gives again what the verbs wrote, and counts no draft', async () => {
  const cases = casesOf(test.services, { agent, finder: person('finder') });
  await cases.draft({ appeal: { title: 'Zwurbel' } });
  await cases.withOffer({ find: { words: 'Quietscht' } });
  const left = await cases.delivered({ find: { words: 'Aus dem Schrank' } });
  await shelveFind(by(agent, left), findIn(left), 'Window');
  const before = await stored();
  expect(before.counts.map(({ _id }) => _id)).toEqual(expect.arrayContaining(['donkey', 'schrank']));
  expect(before.counts.filter(({ _id }) => /zwurbel|quietsch/.test(_id))).toEqual([]);
  await AppealModel.updateMany({}, { tokens: [], openTokens: ['x'], findTokens: ['x'] });
  await SpareModel.updateMany({}, { tokens: ['x'] });
  await TokenModel.updateMany({}, { count: 99 });
  expect(await indexWords()).toEqual({ appeals: 3, spares: 1, tokens: before.counts.length });
  expect(await stored()).toEqual(before);
});
