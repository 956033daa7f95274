import type { Browser, Page } from 'playwright-core';
import { appealFor } from '../../src/appeals/find-appeals';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { agent, colleague, testPassword } from '../support/factories';
import { describeInBrowser, launchChromium } from './support/browser';
import { type Keys, keysOf } from './support/keys';
import { type Served, serve } from './support/served';

const t = translator('en');
const title = 'Donkey with a pink hood';

let test: TestApp;
let served: Served;
let browser: Browser;

/** Somebody with a keyboard alone. */
interface Typist extends Keys {
  page: Page;
}

describeInBrowser('the main flow by keyboard alone', () => {
  beforeAll(async () => {
    test = await startTestApp();
    browser = await launchChromium();
    served = await serve(test, browser);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    'goes from signing in to telling the customer, %s',
    async (_, javaScriptEnabled) => {
      const [ada, finn] = [await agent({ name: 'Ada Agent' }), await colleague({ name: 'Finn Finder' })];
      const service = await signedIn(ada, javaScriptEnabled);
      const id = await opensAnAppeal(service);
      const cupboard = await signedIn(finn, javaScriptEnabled);
      await offers(cupboard);
      expect((await appealFor(ada, id)).finds).toMatchObject([{ finder: finn.id, place: 'My cupboard' }]);
      await accepts(service);
      expect((await appealFor(ada, id)).finds).toMatchObject([{ state: 'accepted' }]);
      await tellsTheCustomer(service);
      expect(await messagesOf(id)).toMatchObject([{ kind: 'update', channel: 'facebook' }]);
      await Promise.all([service, cupboard].map(({ page }) => page.context().close()));
    },
    180_000,
  );
});

async function signedIn({ email }: Account, javaScriptEnabled: boolean): Promise<Typist> {
  const context = await browser.newContext({ baseURL: served.url, locale: 'en-GB', javaScriptEnabled });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const keys = keysOf(page);
  await page.goto(paths.signIn);
  await keys.type(t('field.email'), email);
  await keys.type(t('field.password'), testPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${served.url}/`);
  return { page, ...keys };
}

/** @returns id of the appeal */
async function opensAnAppeal(service: Typist): Promise<string> {
  await service.press(t('layout.newAppeal'));
  await reads(service, t('form.title'));
  await service.type(t('form.headline'), title);
  await service.type(t('form.story'), 'A child misses it very much.');
  await service.press(t('form.publish'));
  await reads(service, title);
  return new URL(service.page.url()).pathname.split('/').at(-1) ?? '';
}

async function offers(cupboard: Typist): Promise<void> {
  await cupboard.page.reload();
  await cupboard.press(title);
  await reads(cupboard, title);
  await cupboard.press(t('find.offer.open'));
  await cupboard.type(t('find.offer.place'), 'My cupboard');
  await cupboard.press(t('find.offer.send'));
  await reads(cupboard, t('appeal.ownFinds'));
}

async function accepts(service: Typist): Promise<void> {
  await service.press(t('layout.desk'));
  await reads(service, t('layout.desk'));
  await service.press(title);
  await reads(service, title);
  await service.press(t('find.accept'));
  await isTold(service, t('flash.findAccepted'));
}

async function tellsTheCustomer(service: Typist): Promise<void> {
  await service.press(t('appeal.newUpdate'));
  await reads(service, t('update.heading'));
  await service.press(t('update.saveManual'));
  await isTold(service, t('flash.updateSent'));
}

async function reads({ page }: Typist, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}

async function isTold({ page }: Typist, sentence: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: sentence }).waitFor();
}
