import type TestAgent from 'supertest/lib/agent';
import { board } from '../../src/appeals/board';
import { SynonymModel } from '../../src/models/synonym';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { admin } from '../support/factories';
import { person } from '../support/plain-appeal';
import { signIn } from '../support/sign-in';

let test: TestApp;
let visitor: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  visitor = await signIn(test.app, await admin());
});
afterAll(() => test.stop());
beforeEach(() => SynonymModel.deleteMany({}));

const save = (form: object) => visitor.post(paths.synonyms).type('form').send(form);
const found = async (text: string) =>
  (await board({ text, kind: null, status: null, order: 'relevance', cursor: '' })).items.length;

it('shows the groups that hold a word, in any of its forms', async () => {
  const { text } = await visitor.get(`${paths.synonyms}?q=donkeys`).expect(200);
  expect(text).toContain('Esel, Eselchen');
  expect(text).not.toContain('Giraffe');
});

it('adds a group, which the next search knows, and takes it away again', async () => {
  await casesOf(test.services, { agent: person('a', 'agent'), finder: person('f') }).searching({
    appeal: { title: 'Zwurbel' },
  });
  expect(await found('Knarzel')).toBe(0);
  await save({ words: 'Zwurbel, Knarzel' }).expect(303);
  expect(await found('Knarzel')).toBe(1);
  const { key } = (await SynonymModel.findOne().lean()) ?? {};
  await save({ key, words: '' }).expect(303);
  expect(await found('Knarzel')).toBe(0);
});

it('changes a group every installation starts with', async () => {
  await casesOf(test.services, { agent: person('a', 'agent'), finder: person('f') }).searching({
    appeal: { title: 'Giraffe' },
  });
  await save({ key: 'animals.Giraffe', words: 'Giraffe, Langhals' }).expect(303);
  expect(await found('Langhals')).toBe(1);
  await save({ key: 'animals.Giraffe', words: '' }).expect(303);
  expect(await found('Langhals')).toBe(0);
  expect(await found('Giraffe')).toBe(1);
});

it('refuses a group of one word, with what was typed, and one that is not there', async () => {
  for (const words of ['', 'Esel', ' , ,', 'Esel,']) {
    const { text } = await save({ words }).expect(422);
    expect(text).toContain(`value="${words}"`);
  }
  await save({ key: 'animals.Zwurbel', words: 'a, b' }).expect(404);
});
