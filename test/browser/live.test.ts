import type { Browser, Page, Route } from 'playwright-core';
import { giveLead } from '../../src/appeals/give-lead';
import type { Appeal } from '../../src/domain/appeal';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { agent, colleague, testPassword } from '../support/factories';
import { type Listening, listening } from '../support/listening';
import { photo } from '../support/photos';
import { describeInBrowser, launchChromium } from './support/browser';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let finn: Account;
let here: Listening;
let browser: Browser;

const pageOf = ({ id }: Appeal) => link(paths.appeal, { id });

/** Somebody at a browser of their own, signed in. */
async function at(account: Account): Promise<Page> {
  const context = await browser.newContext({ baseURL: here.address, locale: 'en-GB' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await signIn(page, account);
  return page;
}

async function signIn(page: Page, { email }: Account): Promise<void> {
  await page.goto(paths.signIn);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(testPassword);
  await page.locator('main button[type=submit]').click();
  await page.locator('.header__sign-out').waitFor();
}

describeInBrowser('a page that is open', () => {
  beforeAll(async () => {
    test = await startTestApp();
    ada = await agent({ name: 'Ada Agent', language: 'en' });
    finn = await colleague({ name: 'Finn Finder', language: 'en' });
    cases = casesOf(test.services, { agent: ada, finder: finn });
    here = await listening(test.app);
    browser = await launchChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    here.close();
    await test.stop();
  });

  it('shows what others do, and keeps focus, scroll, open panels and what is being typed', async () => {
    const appeal = await cases.searching();
    const page = await at(finn);
    await page.goto(pageOf(appeal));
    await page.locator('#offer > summary').click();
    await page.locator('#offer-place').fill('Bonn');
    await page.locator('#offer-words').pressSequentially('In my cup');
    const scroll = await page.evaluate('scrollY');
    await giveLead(by(ada, appeal), 'Ask at the fair');
    await page.locator('#timeline', { hasText: 'Ask at the fair' }).waitFor();
    await page.keyboard.type('board');
    expect(await page.locator('#offer-words').inputValue()).toBe('In my cupboard');
    expect(await page.locator('#offer-place').inputValue()).toBe('Bonn');
    expect(await page.locator('#offer').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate('scrollY')).toBe(scroll);
  });

  it('keeps a photo that was sent ahead of its form', async () => {
    const appeal = await cases.searching();
    const page = await at(finn);
    await page.goto(pageOf(appeal));
    await page.locator('#offer > summary').click();
    const { bytes: buffer } = await photo();
    await page.locator('#offer-photos').setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer });
    await page.locator('#offer [data-photo-row] [name=photo]').waitFor({ state: 'attached' });
    await giveLead(by(ada, appeal), 'Ask at the fair');
    await page.locator('#timeline', { hasText: 'Ask at the fair' }).waitFor();
    expect(await page.locator('#offer [data-photo-row] [name=photo]').count()).toBe(1);
  });

  it('is not shown as it was when last visited, while it is fetched: what is typed into that would be lost', async () => {
    const appeal = await cases.searching();
    const page = await at(finn);
    await page.goto(pageOf(appeal));
    await page.locator('header a[href="/"]').first().click();
    const card = page.locator(`.card a[href^="${pageOf(appeal)}"]`).first();
    await card.waitFor();
    const asked = new Promise<Route>((resolve) => page.route(`**${pageOf(appeal)}`, resolve));
    await card.click();
    const request = await asked;
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    expect(await page.locator('#offer').count()).toBe(0);
    await request.continue();
    await page.locator('#offer').waitFor();
  });

  it('shows a new appeal on the board', async () => {
    const page = await at(finn);
    await page.goto(paths.board);
    await cases.searching({ appeal: { title: 'A brand new thing' } });
    await page.locator('.card', { hasText: 'A brand new thing' }).waitFor();
  });

  it('tells agents who else is at the case', async () => {
    const appeal = await cases.searching();
    const [page, other] = [await at(ada), await at(await agent({ name: 'Bo Both', language: 'en' }))];
    await page.goto(link(paths.editAppeal, { id: appeal.id }));
    await page.locator('#presence[data-told]').waitFor({ state: 'attached' });
    await other.goto(pageOf(appeal));
    await other.locator('#reason summary').click();
    await other.getByText('I stand in for somebody').click();
    await other.locator('#reason button').click();
    await other.locator('#presence', { hasText: 'Ada Agent is editing this right now' }).waitFor();
  });

  it('puts the focus on what is wrong with a form, and keeps what was typed', async () => {
    const page = await at(ada);
    await page.goto(paths.newAppeal);
    await page.locator('#title').fill('   ');
    await page.locator('#story').fill('Lost on a trip');
    await page.locator('#kind input').first().check();
    await page.locator('button[value=draft]').click();
    await page.locator('.error-summary').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
    expect(await page.locator('#story').inputValue()).toBe('Lost on a trip');
  });

  it('changes the channel of an update in place', async () => {
    const appeal = await cases.searching();
    const page = await at(ada);
    await page.goto(link(paths.newUpdate, { id: appeal.id }));
    await page.locator('.tab[value=x]').click();
    await page.locator('.tab[value=x][aria-current]').waitFor();
    expect(new URL(page.url()).pathname).toBe(link(paths.newUpdate, { id: appeal.id }));
    await page.locator('button[value=send]').click();
    await page.locator('#messages').waitFor();
    expect(new URL(page.url()).pathname).toBe(pageOf(appeal));
  });

  it('makes one appeal of a double click', async () => {
    const page = await at(ada);
    await page.goto(paths.newAppeal);
    await page.locator('#kind input').first().check();
    await page.locator('#title').fill('Pressed twice');
    await page.locator('button[value=draft]').dblclick();
    await page.waitForURL(/appeals\/[0-9a-f]{24}/, { waitUntil: 'commit' });
    expect(await AppealModel.countDocuments({ title: 'Pressed twice' })).toBe(1);
  });

  it('lists its keys, but never while somebody types', async () => {
    const page = await at(ada);
    await page.goto(paths.board);
    await page.keyboard.press('/');
    await page.keyboard.type('who?n');
    expect(await page.locator('#q').inputValue()).toBe('who?n');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.locator('#q').blur();
    await page.keyboard.press('?');
    await page.locator('#keys').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#keys').waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await page.waitForURL(`**${paths.newAppeal}`, { waitUntil: 'commit' });
  });

  describe('with a long form', () => {
    const typed = (page: Page) => page.locator('#story').inputValue();
    const begin = async (page: Page, words: string) => {
      await page.goto(paths.newAppeal);
      await page.locator('#story').fill(words);
      await eventually('the draft', async () => (await page.evaluate('localStorage.length')) !== 0 || undefined);
    };

    it('finds what was typed again after a reload, and lets it be discarded', async () => {
      const page = await at(ada);
      await begin(page, 'Half a story');
      await page.reload();
      await page.locator('.draft-note').waitFor();
      expect(await typed(page)).toBe('Half a story');
      await page.locator('.draft-note button').click();
      expect(await typed(page)).toBe('');
      await page.reload();
      expect(await page.locator('.draft-note').count()).toBe(0);
    });

    it('finds it again after the session was lost, and forgets it once it is saved', async () => {
      const page = await at(ada);
      await begin(page, 'A whole story');
      await page.locator('#kind input').first().check();
      await page.locator('#title').fill('Found again');
      await page.context().clearCookies();
      await page.locator('button[value=draft]').click();
      await page.locator('#password').waitFor();
      await signIn(page, ada);
      await page.goto(paths.newAppeal);
      expect(await typed(page)).toBe('A whole story');
      await page.locator('button[value=draft]').click();
      await page.waitForURL(/appeals\/[0-9a-f]{24}/, { waitUntil: 'commit' });
      await page.goto(paths.newAppeal);
      expect(await page.locator('.draft-note').count()).toBe(0);
    });

    it('leaves nothing behind for others: not after signing out, nor when somebody else signs in', async () => {
      const page = await at(ada);
      await begin(page, 'A secret');
      await page.locator('.header__sign-out button').click();
      await page.locator('#password').waitFor();
      expect(await page.evaluate('localStorage.length')).toBe(0);
      await signIn(page, ada);
      await begin(page, 'Another secret');
      await page.context().clearCookies();
      await signIn(page, await agent());
      expect(await page.evaluate('localStorage.length')).toBe(0);
    });
  });
});
