import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { SpareModel } from '../../src/models/spare';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let reader: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  reader = await signIn(test.app, ada);
});
afterAll(() => test.stop());
beforeEach(() => Promise.all([AppealModel.deleteMany({}), SpareModel.deleteMany({})]));

const donkey = { title: 'Grauer Plüschesel', story: 'Mit rosa Kapuzenshirt, 20 cm', sought: [], hashtags: [] };
const same = { title: 'Stuffed donkey, grey', story: 'Wears a pink hoodie, 8 inch', sought: [], hashtags: [] };
const other = { title: 'Brauner Lederkoffer', story: 'Mit zwei Schnallen', sought: [], hashtags: [] };

const matches = async ({ id }: Appeal) => visibleText((await reader.get(link(paths.matches, { id })).expect(200)).text);

async function spareOf(appeal: object): Promise<void> {
  const left = await cases.delivered({ appeal });
  await shelveFind(by(ada, left), findIn(left), 'Window shelf');
}

it('suggests what stands on the shelf first, then finds, then appeals, and says why', async () => {
  await spareOf(donkey);
  await cases.withOffer({ appeal: donkey });
  const text = await matches(await cases.searching({ appeal: same }));
  const places = ['matches.spare', 'matches.find', 'matches.appeal'].map((key) => text.indexOf(t(key)));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, two) => one - two));
  expect(text).toMatch(/In common: .*donkey/);
});

it('suggests nothing that has nothing in common, and not the appeal itself', async () => {
  await spareOf(other);
  expect(await matches(await cases.searching({ appeal: donkey }))).toContain(t('matches.none'));
});

it('remembers that it is not this one', async () => {
  await cases.searching({ appeal: donkey });
  const appeal = await cases.searching({ appeal: same });
  const url = link(paths.matches, { id: appeal.id });
  const [, id] = /name="into" value="([0-9a-f]{24})"/.exec((await reader.get(url)).text) ?? [];
  await reader
    .post(link(paths.dismissals, { id: appeal.id }))
    .type('form')
    .send({ kind: 'appeal', id })
    .expect(303);
  expect(await matches(appeal)).toContain(t('matches.none'));
});

it('warns of the same appeal, and merges and parts the two', async () => {
  const first = await cases.searching({ appeal: donkey });
  const second = await cases.searching({ appeal: same });
  expect(await matches(second)).toContain(t('matches.duplicate'));
  await reader
    .post(link(paths.merger, { id: second.id }))
    .type('form')
    .send({ into: first.id })
    .expect(303);
  const page = await reader.get(link(paths.appeal, { id: second.id })).expect(200);
  expect(page.text).toContain(t('appeal.merger'));
  await reader
    .post(link(paths.mergerEnd, { id: second.id }))
    .type('form')
    .send({})
    .expect(303);
  expect(await appealFor(ada, second.id)).toMatchObject({ status: 'searching', mergedInto: null });
});

describe('while it is typed', () => {
  it('gives a piece of the page to the script', async () => {
    await spareOf(donkey);
    const { text } = await reader
      .post(paths.typedMatches)
      .set('X-Fragment', 'matches')
      .type('form')
      .send({ title: 'gray donky' });
    expect(text).not.toContain('<html');
    expect(visibleText(text)).toContain('Grauer Plüschesel');
  });

  it('gives the form again without one, with all that was typed', async () => {
    await spareOf(donkey);
    const { text } = await reader
      .post(paths.typedMatches)
      .type('form')
      .send({ title: 'gray donkey', customerName: 'Kim' })
      .expect(200);
    expect(text).toContain('value="gray donkey"');
    expect(text).toContain('value="Kim"');
    expect(visibleText(text)).toContain('Grauer Plüschesel');
  });

  it('finds nothing in what is not right yet', async () => {
    for (const form of ['', 'title=', 'kind=x', `title=${'x'.repeat(900)}`])
      expect(visibleText((await reader.post(paths.typedMatches).type('form').send(form).expect(200)).text)).toContain(
        t('matches.none'),
      );
  });

  it('looks at nothing a customer said', async () => {
    await cases.searching({ appeal: other, customer: { originalWords: 'Quietschquak' } });
    const { text } = await reader
      .post(paths.typedMatches)
      .set('X-Fragment', 'x')
      .type('form')
      .send({ title: 'Quietschquak' });
    expect(visibleText(text)).toContain(t('matches.none'));
  });
});
