import express from 'express';
import type { Browser } from 'playwright-core';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import { projectRoot } from '../../src/config';
import { languages } from '../../src/domain/languages';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import { loadAssets } from '../../src/web/assets';
import { brandAssets } from '../../src/web/brand/brand-assets';
import { useViews } from '../../src/web/handlebars';
import { errorHandler } from '../../src/web/middleware/error-handler';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { agent, colleague, testPassword } from '../support/factories';
import { signIn } from './support/acts';
import { firstWindow, portray } from './support/album';
import { describeInBrowser, launchChromium } from './support/browser';
import { prepareMeasures } from './support/measures';
import { Person } from './support/person';
import { type Served, serve } from './support/served';

let test: TestApp;
let served: Served;
let browser: Browser;

describeInBrowser('the pages of errors no demo data lead to', () => {
  beforeAll(async () => {
    test = await startTestApp();
    browser = await launchChromium();
    served = await serve({ ...test, app: failingAt('/fails') }, browser);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it.each(languages)(
    'are without a flaw where somebody was faster, %s',
    async (language) => {
      const [decider, finder] = [await agent({ language }), await colleague()];
      const appeal = await casesOf(test.services, { agent: decider, finder }).withOffer();
      const person = await arrive(language);
      await person.page.goto(paths.signIn);
      await signIn(person, language, { email: decider.email, password: testPassword });
      await person.page.waitForURL(`${served.url}/`);
      await person.page.goto(link(paths.appeal, { id: appeal.id }));
      await withdrawFind(by(finder, appeal), findIn(appeal));
      const t = translator(language);
      // The stream would tell the page, and take the button away.
      await person.page.evaluate(`document.querySelector('[data-live]').removeAttribute('data-live')`);
      await person.unfolds(t('find.decline.open'));
      await person.fills(t('find.decline.words'), 'Leider zu blau');
      await person.presses(t('find.decline.send'));
      await person.page.locator('.error-page').waitFor();
      const flaws = await portray(person, 'error-409', language);
      expect(await person.page.locator('main').innerText()).toContain('Leider zu blau');
      expect(flaws).toEqual([]);
      await person.page.context().close();
    },
    120_000,
  );

  it.each(languages)(
    'are without a flaw where we failed, %s',
    async (language) => {
      const person = await arrive(language);
      expect((await person.page.goto('/fails'))?.status()).toBe(500);
      expect(await portray(person, 'error-500', language)).toEqual([]);
      expect(test.faults.splice(0)).toHaveLength(1);
      await person.page.context().close();
    },
    120_000,
  );
});

/** The application with one address at which every request fails unexpectedly. */
function failingAt(path: string) {
  const app = express();
  useViews(app, projectRoot, loadAssets(projectRoot, brandAssets(projectRoot, undefined)));
  Object.assign(app.locals, test.app.locals);
  app.get(path, () => {
    throw new Error('what nobody foresaw');
  });
  app.use(test.app);
  const { logger } = test.services;
  return app.use(errorHandler({ logger, production: false, presentSince: async () => [] }));
}

async function arrive(language: 'de' | 'en'): Promise<Person> {
  const at = { name: 'errors', baseURL: served.url, javaScriptEnabled: true, locale: language };
  const person = await Person.at(browser, { ...at, viewport: firstWindow(language) });
  await prepareMeasures(person.page);
  return person;
}
