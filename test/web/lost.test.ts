import type TestAgent from 'supertest/lib/agent';
import { foundThingOf } from '../../src/found/found-thing';
import { lostReports } from '../../src/found/lost-reports';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { colleague, agent as newAgent } from '../support/factories';
import { fillIn } from '../support/forms';
import { reported } from '../support/found';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let desk: TestAgent;
const visitor = () => browser(test.app);
beforeAll(async () => {
  test = await startTestApp({ PUBLIC_CLAIMS: 'true' });
  ada = await newAgent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  desk = await signIn(test.app, ada);
});
afterAll(() => test.stop());

const form = { what: 'Phone', words: 'A lighthouse sticker', place: 'Hall 3', name: 'Ana Sousa', contact: '0170 1' };

it('somebody outside reports a loss, and is shown nothing of the house', async () => {
  const page = await visitor().get(paths.lost).set('Accept-Language', 'en').expect(200);
  expect(page.text).not.toContain('href="/appeals');
  const { headers } = await fillIn(visitor(), page, paths.lost, form).expect(303);
  expect(headers.location).toBe(paths.lost);
  expect(await lostReports()).toContainEqual(expect.objectContaining({ ...form, lostOn: '' }));
});

it('what is missing is asked for, and what was typed stays', async () => {
  const page = await visitor().get(paths.lost).set('Accept-Language', 'en');
  const typed = { ...form, words: '', lostOn: '2999-01-01' };
  const { status, text } = await fillIn(visitor(), page, paths.lost, typed);
  expect(status).toBe(422);
  expect([text.includes('href="#words"'), text.includes('href="#lostOn"'), text.includes('value="Ana Sousa"')]).toEqual(
    [true, true, true],
  );
});

it('a report becomes a claim to the thing it may be about, once', async () => {
  const appeal = await cases.searching({ appeal: { kind: 'owner', title: 'Phone with a crack' } });
  const reportId = await reported({ ...form, lostOn: '2026-01-02' });
  expect(visibleText((await desk.get(paths.desk)).text)).toMatch(/reports? of (a loss|losses) wait/);
  const page = await desk.get(paths.lostReports);
  expect(visibleText(page.text)).toContain('A lighthouse sticker');
  const assignment = link(paths.lostReportAssignment, { reportId });
  await fillIn(desk, page, assignment, { appealId: appeal.id }).expect(303);
  await desk.post(assignment).type('form').send({ appealId: appeal.id }).expect(404);
  const { claims } = await foundThingOf(appeal.id);
  expect(claims).toEqual([
    expect.objectContaining({
      by: null,
      name: 'Ana Sousa',
      contact: '0170 1',
      words: 'Phone\nHall 3, 2026-01-02\nA lighthouse sticker',
    }),
  ]);
  expect(visibleText((await desk.get(link(paths.appeal, { id: appeal.id }))).text)).toContain(t('owner.claimPublic'));
});

it('a report is assigned to a found thing alone, and discarded where it fits nothing', async () => {
  const thing = await cases.searching();
  const reportId = await reported();
  const assignment = link(paths.lostReportAssignment, { reportId });
  await desk.post(assignment).type('form').send({ appealId: thing.id }).expect(409);
  const page = await desk.get(paths.lostReports);
  await fillIn(desk, page, link(paths.lostReportDiscard, { reportId })).expect(303);
  expect((await lostReports()).map(({ id }) => id)).not.toContain(reportId);
});
