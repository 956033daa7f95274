import type { Browser, Page } from 'playwright-core';
import type { Appeal } from '../../src/domain/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import type { Route } from '../../src/routes';
import { startTestApp, type TestApp } from '../support/app';
import { fieldsAskedBy } from '../support/asked-forms';
import { tokenOf } from '../support/cases';
import { admin, agent, colleague } from '../support/factories';
import { mark } from '../support/hostile';
import { allRoutes, requestsOn, send } from '../support/requests';
import { signIn, browser as visitor } from '../support/sign-in';
import { describeInBrowser, launchChromium } from './support/browser';
import { type Served, serve } from './support/served';

jest.mock('../../src/web/forms/parse', () => {
  const { rememberingForms } = require('../support/asked-forms') as typeof import('../support/asked-forms');
  return rememberingForms(jest.requireActual('../../src/web/forms/parse'));
});

/** Each would run where somebody forgot to take it for text. */
const attacks = [
  `"'><img src=x onerror="window.${mark}=1"><script>window.${mark}=1</script><svg/onload=window.${mark}=1>`,
  `javascript:window.${mark}=1//" autofocus onfocus="window.${mark}=1`,
];

/** What would change the account that looks, or end its visit. */
const leftOut: readonly string[] = [paths.signOut, paths.signInsEnd, paths.password, paths.signIn];
const posts = allRoutes.filter(({ method, path }) => method === 'post' && !leftOut.includes(path));

/** Pages on which things of many cases stand. */
const lists: readonly string[] = [
  ...[paths.board, paths.desk, paths.watches, paths.inbox, paths.lostReports, paths.notices, paths.myFinds],
  ...[paths.shelf, paths.catalogue, paths.happyEnds, paths.insights, paths.profile, paths.noticeWishes],
  ...[paths.newAppeal, `${paths.board}?q=${encodeURIComponent(attacks[0] ?? '')}`],
];
const offices: readonly string[] = [
  ...[paths.admin, paths.audit, paths.accounts, paths.synonyms, paths.chat, paths.houseTexts],
  link(paths.houseText, { piece: 'found.long', language: 'en' }),
];
/** Pages of one case. */
const ofCase = [paths.appeal, paths.editAppeal, paths.newUpdate, paths.matches, paths.label, paths.packingSlip];

let test: TestApp;
let browser: Browser;
let served: Served;
let people: Record<'agent' | 'finder' | 'admin', Account>;
let stored: { address: string; reader: 'agent' | 'customer' }[];

describeInBrowser('texts that would run if they could', () => {
  beforeAll(async () => {
    test = await startTestApp({ PUBLIC_CLAIMS: 'true' });
    people = { agent: await agent(), finder: await colleague(), admin: await admin() };
    browser = await launchChromium();
    served = await serve(test, browser);
    stored = await storeEverywhere();
  }, 240_000);
  afterAll(async () => {
    await served?.close();
    await browser?.close();
    await test?.stop();
  });

  it('were taken by many forms', () => {
    process.stdout.write(`${stored.length} pages show hostile texts\n`);
    expect(stored.length).toBeGreaterThan(80);
  });

  it('do nothing in the pages of the agent, and are to be seen there', async () => {
    const addresses = stored.filter(({ reader }) => reader === 'agent').map(({ address }) => address);
    const shown = await visit(await served.pageOf(people.agent), [...lists, ...addresses]);
    expect(shown).toBeGreaterThan(30);
  }, 240_000);

  it('do nothing in the pages of colleagues and admins', async () => {
    const cases = stored.map(({ address }) => address).filter((address) => /^\/appeals\/[0-9a-f]{24}$/.test(address));
    // Every third says as much: what colleagues see is a part of what agents see.
    const some = cases.filter((_, index) => index % 3 === 0);
    const page = await served.pageOf(people.finder);
    expect(
      await visit(page, [...lists.filter((path) => path !== paths.desk && path !== paths.inbox), ...some]),
    ).toBeGreaterThan(5);
    expect(await visit(await served.pageOf(people.admin), offices)).toBeGreaterThan(0);
  }, 240_000);

  it('do nothing in the pages of customers', async () => {
    const page = await (await browser.newContext({ baseURL: served.url })).newPage();
    const addresses = stored.filter(({ reader }) => reader === 'customer').map(({ address }) => address);
    expect(await visit(page, addresses)).toBeGreaterThan(3);
  }, 240_000);

  it('do nothing in a form that comes back with them', async () => {
    const page = await served.pageOf(people.agent);
    const troubles = listen(page);
    await page.goto(paths.newAppeal);
    await page.locator('#title').fill(attacks[0] ?? '');
    await page.locator('#kind input').first().check();
    await page.locator('button[value=publish]').click();
    await page.locator('.error-summary').waitFor();
    expect([await flawsOf(page), troubles]).toEqual([[], []]);
    expect(await page.locator('#title').inputValue()).toBe(attacks[0]);
  });
});

/** Sends an attack through each field of each form, each to a case of its own. */
async function storeEverywhere(): Promise<typeof stored> {
  const prepare = requestsOn(test.services, people);
  const visitors = {
    agent: await signIn(test.app, people.agent),
    finder: await signIn(test.app, people.finder),
    admin: await signIn(test.app, people.admin),
    anybody: visitor(test.app),
  };
  const pages: typeof stored = [];
  for (const route of posts) {
    const { name } = route.guard;
    const sender = name === 'agent' || name === 'admin' ? name : name === 'signedIn' ? 'finder' : 'anybody';
    const sample = await prepare(route);
    const fields = await fieldsAskedBy(() => send(visitors[sender], route, sample));
    for (const [index, field] of fields.entries()) {
      const prepared = await prepare(route);
      const form = { ...prepared.form, [field]: attackOn(field, index, prepared.form[field]) };
      const { status } = await send(visitors[sender], route, { ...prepared, form });
      if (status === 303) pages.push(...(await pagesAbout(prepared.appeal, route)));
    }
  }
  return pages;
}

function attackOn(field: string, index: number, usual: unknown): string | string[] {
  const attack = attacks[/url|link/i.test(field) ? 1 : index % attacks.length] ?? '';
  return Array.isArray(usual) ? [attack, attack] : attack;
}

/** Where what one form took is to be seen. */
async function pagesAbout(appeal: Appeal, { path }: Route): Promise<typeof stored> {
  const agents = path === paths.editAppeal ? ofCase : [paths.appeal];
  const pages = agents.map((page) => ({ address: link(page, { id: appeal.id }), reader: 'agent' as const }));
  const isSaidToCustomer = path.startsWith('/status') || /updates|edit|finds|shipments|answer/.test(path);
  if (!isSaidToCustomer) return pages;
  const token = await tokenOf(test.services, appeal).catch(() => 'void');
  return [...pages, { address: link(paths.status, { token }), reader: 'customer' as const }];
}

/** @returns on how many of the pages the attacks were to be read */
async function visit(page: Page, addresses: readonly string[]): Promise<number> {
  const troubles = listen(page);
  let shown = 0;
  for (const address of new Set(addresses)) {
    await page.goto(address);
    expect([address, await flawsOf(page), troubles]).toEqual([address, [], []]);
    if (await page.evaluate(`document.body.innerHTML.includes('${mark}')`)) shown += 1;
  }
  return shown;
}

/** What a page does that it should not. A script that the policy has stopped was markup all the same. */
function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on('dialog', (dialog) => troubles.push(dialog.message()));
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  return troubles;
}

/** Looks for what ran, and for what would run if somebody pressed it. */
async function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const elements = [...document.querySelectorAll('*')];
    const handlers = elements.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')));
    const links = elements.flatMap((one) => ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name) ?? ''));
    const scripts = elements.filter((one) => one.localName === 'script' && one.textContent.includes('${mark}'));
    const ran = window.${mark} === undefined ? [] : ['it ran'];
    return [...ran, ...handlers, ...links.filter((to) => /^\\s*(javascript|data:text|vbscript)/i.test(to)), ...scripts.map(String)];
  })()`);
}
