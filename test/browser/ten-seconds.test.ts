import type { Browser, Locator, Page } from 'playwright-core';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { usualWishes } from '../../src/domain/notice';
import { translator } from '../../src/i18n/translator';
import { NoticeModel } from '../../src/models/notice';
import { deriveNotices } from '../../src/notices/derive';
import { mailNotices } from '../../src/notices/mail-notices';
import { saveWishes } from '../../src/notices/wishes';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { agent, colleague, testPassword } from '../support/factories';
import { describeInBrowser, launchChromium } from './support/browser';
import { type Served, serve } from './support/served';

const place = 'Bonn, Haus 3';
const t = translator('en');

let test: TestApp;
let served: Served;
let browser: Browser;
let ada: Account;
let finn: Account;

describeInBrowser('somebody who knows about such things', () => {
  beforeAll(async () => {
    test = await startTestApp();
    await test.services.outbox.stop();
    browser = await launchChromium();
    served = await serve(test, browser);
    [ada, finn] = [await agent({ name: 'Ada Agent' }), await colleague({ place })];
    await saveWishes(finn, usualWishes, ['rare']);
  }, 120_000);
  beforeEach(() => NoticeModel.deleteMany({}));
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it('follows the link of a mail and has offered a find: two interactions, one page load', async () => {
    const appeal = await isAsked();
    const page = await served.pageOf(finn);
    const hand = handOn(page);
    await hand.followsFromOutside(await mailedLink());
    await offers(hand, page);
    expect(hand.count()).toEqual({ interactions: 2, pageLoads: 1 });
    await expectFindIn(appeal);
  }, 60_000);

  it('does the same from the bell: three interactions, and no page loads but the first', async () => {
    const appeal = await isAsked();
    const page = await served.pageOf(finn);
    const hand = handOn(page);
    await hand.presses(page.locator('#bell'));
    await hand.presses(page.locator('.notices').getByRole('link', { name: appeal.title }));
    await offers(hand, page);
    expect(hand.count()).toEqual({ interactions: 3, pageLoads: 0 });
    await expectFindIn(appeal);
  }, 60_000);

  it('finds the form open, too, when they have to sign in first', async () => {
    const appeal = await isAsked();
    const page = await (await browser.newContext({ baseURL: served.url, locale: 'en-GB' })).newPage();
    await page.goto(await mailedLink());
    await page.locator('[name=email]').fill(finn.email);
    await page.locator('[name=password]').fill(testPassword);
    await page.locator('main button[type=submit]').click();
    await offers(handOn(page), page);
    await expectFindIn(appeal);
  }, 60_000);
});

async function isAsked(): Promise<Appeal> {
  const appeal = await casesOf(test.services, { agent: ada, finder: finn }).searching({
    appeal: { hashtags: ['rare'] },
  });
  await deriveNotices('Europe/Berlin');
  return appeal;
}

/** The address of the appeal, as the mail about it says it. */
async function mailedLink(): Promise<string> {
  const texts: string[] = [];
  await mailNotices({
    mailer: async ({ text }) => void texts.push(String(text)),
    unsubscribeLinks: test.services.unsubscribeLinks,
    appealUrlOf: (id) => served.url + link(paths.appeal, { id }),
    unsubscribeUrlOf: (letter) => served.url + link(paths.unsubscribe, { letter }),
    wishesUrl: served.url + paths.noticeWishes,
  });
  return /http\S+\/appeals\/\S+/.exec(texts.join('\n'))?.[0] ?? '';
}

/** Everything the form asks for is there already. */
async function offers(hand: Hand, page: Page): Promise<void> {
  const form = page.locator('#offer form');
  await form.waitFor();
  await hand.presses(form.getByRole('button', { name: t('find.offer.send') }));
  await page
    .getByRole('status')
    .filter({ hasText: t('flash.offer') })
    .waitFor();
}

async function expectFindIn({ id }: Appeal): Promise<void> {
  const { finds } = await eventually('the find', async () => {
    const appeal = await appealFor(ada, id);
    return appeal.finds.length > 0 ? appeal : undefined;
  });
  expect(finds).toMatchObject([{ finder: finn.id, place, quantity: 1, state: 'offered' }]);
}

interface Hand {
  followsFromOutside(address: string): Promise<void>;
  presses(target: Locator): Promise<void>;
  count(): { interactions: number; pageLoads: number };
}

/** Counts what is done with a page, and how often its document is loaded. */
function handOn(page: Page): Hand {
  let [interactions, pageLoads] = [0, 0];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) pageLoads++;
  });
  return {
    async followsFromOutside(address) {
      interactions++;
      await page.goto(address);
    },
    async presses(target) {
      interactions++;
      await target.click();
    },
    count: () => ({ interactions, pageLoads }),
  };
}
