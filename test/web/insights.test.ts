import type TestAgent from 'supertest/lib/agent';
import { numbersOfDay } from '../../src/domain/insights/day-numbers';
import { reportOf } from '../../src/domain/insights/report';
import { weeksUntil } from '../../src/domain/insights/weeks';
import { count } from '../../src/insights/count';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { admin, agent, colleague } from '../support/factories';
import { signIn } from '../support/sign-in';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let visitor: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  const decider = await agent({ name: 'Greta Geheim' });
  cases = casesOf(test.services, { agent: decider, finder: await colleague({ name: 'Finn Verborgen' }) });
  visitor = await signIn(test.app, await admin());
});
afterAll(() => test.stop());

const file = async (table: string, query = '') => {
  const response = await visitor.get(`${link(paths.insightsTable, { table })}${query}`);
  const [head = '', ...lines] = response.text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return { ...response, head, lines };
};

it('says what to do while there is nothing to count', async () => {
  const { text } = await visitor.get(paths.insights).expect(200);
  expect(text).toContain('Nothing to count yet');
  expect(text).not.toContain('<svg class="chart');
});

describe('with cases', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|x'];
  beforeAll(async () => {
    await cases.closedHappy({
      appeal: { place: 'Hamburg' },
      customer: { name: 'Karla Canary', address: 'Kanarienweg 7' },
    });
    for (let more = 0; more < 5; more++) await cases.searching({ appeal: { place: '=HYPERLINK("x";"y"),z' } });
    for (const place of formulas) await cases.searching({ appeal: { place, channel: 'phone' } });
    for (let more = 0; more < 6; more++) await cases.searching({ appeal: { kind: 'person', place: 'Haustür 3' } });
    await cases.draft({ appeal: { place: 'Entwurf' } });
    await count(test.config.calendar);
  }, 60_000);

  it('draws charts with a table under each, and nothing that the content policy forbids', async () => {
    const { text } = await visitor.get(paths.insights).expect(200);
    const page = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    expect(page.match(/<svg class="chart__drawing/g)).toHaveLength(7);
    expect(page.match(/<table/g)).toHaveLength(5);
    expect(page).not.toMatch(/ style=|<style|<script/);
    expect(page).toMatch(/<dt>Appeals<\/dt><dd>17<\/dd>/);
    expect(page).toMatch(/<dt>Happy ends among those that ended<\/dt><dd>100%<\/dd>/);
  });

  it('names no customer, no colleague, no place of few, and no person’s place', async () => {
    const seen = [(await visitor.get(paths.insights)).text];
    for (const table of ['appeals', 'times', 'promises', 'channels', 'places']) seen.push((await file(table)).text);
    expect(seen.join()).toContain('HYPERLINK');
    expect(seen.join()).not.toMatch(/Canary|Kanarienweg|Geheim|Verborgen|Hamburg|Haustür|Entwurf|Plush donkey/);
  });

  it('filters by kind and period, and keeps both in every address', async () => {
    const { text } = await visitor.get(`${paths.insights}?weeks=4&kind=person`).expect(200);
    expect(text).toMatch(/<dt>Appeals<\/dt><dd>6<\/dd>/);
    expect(text).toContain(`${paths.insights}/tables/places?weeks&#x3D;4&amp;kind&#x3D;person`);
    expect((await file('appeals', '?weeks=4')).lines).toHaveLength(4);
    expect((await visitor.get(`${paths.insights}?weeks=9999999&kind=%00&x[]=1`)).status).toBe(200);
  });

  it('gives a file that no spreadsheet takes for formulas', async () => {
    const { headers, lines } = await file('places');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename=places-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(lines[0]).toMatch(/^"'=HYPERLINK\(""x"";""y""\),z",5,/);
  });

  it('speaks the reader’s language, also to their spreadsheet', async () => {
    const german = await signIn(test.app, await agent({ language: 'de' }));
    const { text } = await german.get(link(paths.insightsTable, { table: 'channels' })).expect(200);
    expect(text).toMatch(/^\uFEFFKanal;Aufrufe;/);
    expect((await german.get(paths.insights)).text).toContain('Wie es läuft');
  });

  it('knows no other table', async () => {
    await visitor.get(link(paths.insightsTable, { table: 'customers' })).expect(404);
  });

  it('follows when a case is reopened', async () => {
    const before = (await file('appeals', '?weeks=4&kind=item')).lines.at(-1);
    await cases.closedInVain({ appeal: { kind: 'item' } });
    await count(test.config.calendar);
    const after = (await file('appeals', '?weeks=4&kind=item')).lines.at(-1);
    expect(Number(after?.split(',')[5])).toBe(Number(before?.split(',')[5]) + 1);
    expect(await AppealModel.countDocuments({ uncounted: true })).toBe(0);
  });
});

describe('the report', () => {
  const week = weeksUntil('2026-03-04', 2);
  const trait = { kind: 'item', channel: 'x', place: 'Bonn' } as const;

  it('tells weeks from Monday to Sunday', () => {
    expect(week).toEqual([
      { first: '2026-02-23', last: '2026-03-01' },
      { first: '2026-03-02', last: '2026-03-08' },
    ]);
    expect(weeksUntil('2026-03-08', 1)).toEqual([week[1]]);
  });

  it('tells median and p90 exactly, over several days', () => {
    const found = (day: string, ...minutes: number[]) =>
      numbersOfDay(
        day,
        minutes.map((one) => ({ ...trait, marks: [{ day, measure: 'firstFind', minutes: one }] })),
      );
    const days = [found('2026-03-02', 10, 400, 20), found('2026-03-03', 30, 50), found('2026-03-09', 1)];
    const { total } = reportOf(days, week, null);
    expect(total.firstFind).toEqual({ count: 5, median: 30, p90: 260 });
  });

  it('says how long it took with persons once they are five', () => {
    const persons = (many: number) =>
      numbersOfDay(
        '2026-03-02',
        Array.from({ length: many }, () => ({
          kind: 'person' as const,
          channel: 'x' as const,
          place: '',
          marks: [{ day: '2026-03-02', measure: 'arrival' as const, minutes: 7 }],
        })),
      );
    expect(reportOf([persons(4)], week, 'person').total.arrival).toBeNull();
    expect(reportOf([persons(5)], week, 'person').total.arrival).toEqual({ count: 5, median: 7, p90: 7 });
  });
});
