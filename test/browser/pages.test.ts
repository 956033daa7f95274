import type { Browser } from 'playwright-core';
import { demoLogins } from '../../scripts/demo/people';
import { type Language, languages } from '../../src/domain/languages';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import { type Installation, makeInstallation } from '../support/installation';
import { clearAlbum, portray } from './support/album';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

/** A page, by what its picture is called. */
interface Stop {
  readonly name: string;
  readonly path: string;
  /** What it answers; 200 unless said otherwise. */
  readonly status?: number;
  /** What is done there before it is looked at. */
  readonly act?: (person: Person, language: Language) => Promise<void>;
}

/** What there is to see of the demo data. */
interface Sights {
  appeals: string[];
  spares: string[];
  entries: string[];
  statusPages: string[];
}

const [agentLogin, , colleagueLogin] = demoLogins;
const locales = { de: 'de-DE', en: 'en-GB' } as const;

let browser: Browser;
let installation: Installation;
let sights: Sights;

describeInBrowser('every page of the demo data', () => {
  beforeAll(async () => {
    await clearAlbum();
    installation = await makeInstallation({ DEMO_DATA: 'true' });
    browser = await launchChromium();
    await installation.start();
    sights = await lookAround();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  it('is there to be looked at', () => {
    expect(sights.appeals.length).toBeGreaterThanOrEqual(12);
    expect(sights.spares.length).toBeGreaterThanOrEqual(5);
    expect(sights.entries.length).toBeGreaterThanOrEqual(4);
    expect(sights.statusPages.length).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['guest', () => guestStops, undefined],
    ['agent', agentStops, agentLogin],
    ['colleague', colleagueStops, colleagueLogin],
    ['customer', customerStops, undefined],
  ])(
    'is without a flaw for a %s',
    async (name, stops, login) => {
      const flaws = await Promise.all(languages.map((language) => tour(name, stops(language), language, login)));
      expect(flaws.flat()).toEqual([]);
    },
    240_000,
  );
});

const guestStops: readonly Stop[] = [
  { name: 'sign-in', path: paths.signIn },
  {
    name: 'sign-in-refused',
    path: paths.signIn,
    status: 422,
    act: (person, language) => signIn(person, language, { email: 'nobody@fundus.example', password: 'wrong' }),
  },
  { name: 'link-gone', path: link(paths.status, { token: 'x'.repeat(43) }), status: 404 },
];

function agentStops(): Stop[] {
  const [first = ''] = sights.appeals;
  const [spare = ''] = sights.spares;
  const [entry = ''] = sights.entries;
  return [
    ...companyStops(),
    { name: 'desk', path: paths.desk },
    { name: 'new-appeal', path: paths.newAppeal },
    { name: 'new-appeal-refused', path: paths.newAppeal, status: 422, act: publishWithoutStory },
    { name: 'edit-appeal', path: `${first}/edit` },
    { name: 'new-appeal-known', path: `${paths.newAppeal}?entry=${entry.split('/').at(-1)}` },
    { name: 'edit-spare', path: `${spare}/edit` },
    { name: 'new-entry', path: paths.newEntry },
    { name: 'edit-entry', path: `${entry}/edit` },
    ...appealStops(sights.appeals),
    // One for X, one for e-mail, one for Facebook.
    ...sights.appeals.slice(0, 3).map((path, index) => ({ name: `update-${index}`, path: `${path}/updates/new` })),
  ];
}

function colleagueStops(): Stop[] {
  // Every other appeal will do: their pages show less than the agent's, who sees them all.
  const appeals = sights.appeals.filter((_, index) => index % 2 === 0);
  return [...companyStops(), ...appealStops(appeals), { name: 'forbidden', path: paths.desk, status: 403 }];
}

function companyStops(): Stop[] {
  return [
    { name: 'board', path: paths.board },
    { name: 'board-filtered', path: `${paths.board}?kind=person&status=searching` },
    { name: 'board-empty', path: `${paths.board}?q=Nashorn` },
    { name: 'shelf', path: paths.shelf },
    { name: 'shelf-all', path: `${paths.shelf}?state=all` },
    { name: 'shelf-empty', path: `${paths.shelf}?q=Nashorn` },
    { name: 'offer-spare', path: paths.newSpare },
    { name: 'offer-spare-refused', path: paths.newSpare, status: 422, act: offerNothing },
    { name: 'catalogue', path: paths.catalogue },
    ...sights.spares.map((path, index) => ({ name: `spare-${index}`, path })),
    ...sights.entries.map((path, index) => ({ name: `entry-${index}`, path })),
    { name: 'happy-ends', path: paths.happyEnds },
    { name: 'my-finds', path: paths.myFinds },
    { name: 'profile', path: paths.profile },
    { name: 'not-found', path: '/nowhere', status: 404 },
  ];
}

function appealStops(appeals: readonly string[]): Stop[] {
  return appeals.map((path, index) => ({ name: `appeal-${index}`, path }));
}

function customerStops(language: Language): Stop[] {
  return sights.statusPages.map((path, index) => ({ name: `status-${index}`, path: `${path}?language=${language}` }));
}

/** Finds what can be visited by following the links, as an agent. */
async function lookAround(): Promise<Sights> {
  const agent = await arrive('agent', 'de', agentLogin);
  const appeals = await hrefs(agent, paths.board, 'h2 a');
  const spares = await hrefs(agent, `${paths.shelf}?state=all`, 'h2 a');
  const entries = await hrefs(agent, paths.catalogue, 'h2 a');
  const statusPages: string[] = [];
  for (const appeal of appeals)
    statusPages.push(...(await hrefs(agent, appeal, `a[href^="${installation.url}/status/"]`)));
  await agent.page.context().close();
  return { appeals, spares, entries, statusPages };
}

async function hrefs({ page }: Person, path: string, selector: string): Promise<string[]> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  const found = await page.locator(selector).all();
  const addresses = await Promise.all(found.map((anchor) => anchor.getAttribute('href')));
  return addresses.map((address) => new URL(address ?? '', installation.url).pathname);
}

/** @returns what is wrong, each with the page it was seen on */
async function tour(
  name: string,
  stops: readonly Stop[],
  language: Language,
  login?: { email: string; password: string },
): Promise<string[]> {
  const person = await arrive(name, language, login);
  const flaws: string[] = [];
  for (const stop of stops) {
    const seen = await visit(person, stop, language);
    flaws.push(...seen.map((flaw) => `${name}, ${language}, ${stop.name} (${stop.path}): ${flaw}`));
  }
  await person.page.context().close();
  return flaws;
}

async function arrive(name: string, language: Language, login?: { email: string; password: string }): Promise<Person> {
  const at = { name, baseURL: installation.url, javaScriptEnabled: true, locale: locales[language] };
  const person = await Person.at(browser, at);
  if (!login) return person;
  await person.page.goto(paths.signIn);
  await signIn(person, language, login);
  await person.page.waitForURL('/');
  return person;
}

async function signIn(person: Person, language: Language, login: { email: string; password: string }): Promise<void> {
  const t = translator(language);
  await person.fills(t('field.email'), login.email);
  await person.fills(t('field.password'), login.password);
  await person.presses(t('signIn.submit'));
}

async function publishWithoutStory(person: Person, language: Language): Promise<void> {
  const t = translator(language);
  await person.fills(t('form.headline'), 'Plüschesel');
  await person.presses(t('form.publish'));
}

async function offerNothing(person: Person, language: Language): Promise<void> {
  const t = translator(language);
  await person.fills(t('spare.form.name'), 'Plüschesel');
  await person.fills(t('find.offer.place'), 'Bonn');
  await person.page.locator('#tags').fill('#grau!');
  await person.presses(t('spare.form.send'));
}

async function visit(person: Person, stop: Stop, language: Language): Promise<string[]> {
  const { page } = person;
  const answer = await page.goto(stop.path);
  const { act, status = 200 } = stop;
  if (act) {
    await act(person, language);
    await page.getByRole('alert').waitFor();
  }
  const flaws = await portray(person, stop.name, locales[language]);
  // The answer that was asked for is no trouble, whatever it says.
  const asked = new RegExp(`^status ${status}: |responded with a status of ${status} `);
  const troubles = person.troubles().filter((trouble) => !asked.test(trouble));
  const answered = act || answer?.status() === status ? [] : [`answered ${answer?.status()}`];
  return [...answered, ...flaws, ...troubles];
}
