import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { agent, colleague } from '../support/factories';
import { photo, twoColours } from '../support/photos';
import { describeInBrowser, launchChromium } from './support/browser';
import { flawsOf } from './support/flaws';
import { type Served, serve } from './support/served';

const t = translator('en');

let test: TestApp;
let browser: Browser;
let served: Served;
let reader: Account;
let appeal: Appeal;

/** Two that are larger than any window here, and one smaller. */
async function someAppeal(): Promise<Appeal> {
  const photos = [await twoColours('#225577', 2400, 1600), await twoColours('#775522', 1200, 2000), await photo()];
  return casesOf(test.services, { agent: await agent(), finder: reader }).searching({ photos });
}

describeInBrowser('the gallery', () => {
  beforeAll(async () => {
    test = await startTestApp();
    browser = await launchChromium();
    served = await serve(test, browser);
    reader = await colleague();
    appeal = await someAppeal();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it('is walked by keys, and gives the focus back to the photo looked at last', async () => {
    await withPage({}, async (page) => {
      await linkTo(page, 0).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: t('gallery.title') }).waitFor();
      expect(await flawsOf(page)).toEqual([]);
      expect(await walk(page, ['', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End'])).toEqual([
        '1 / 3',
        '2 / 3',
        '3 / 3',
        '1 / 3',
        '3 / 3',
        '1 / 3',
        '3 / 3',
      ]);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('n');
      expect(new URL(page.url()).pathname).toBe(link(paths.appeal, { id: appeal.id }));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await linkTo(page, 1).evaluate(hasFocus)).toBe(true);
    });
  }, 60_000);

  it('shows a photo in actual size, moved by keys and by the mouse', async () => {
    await withPage({}, async (page) => {
      await linkTo(page, 0).click();
      const image = page.getByRole('dialog').locator('img');
      await arrived(page);
      expect((await image.boundingBox())?.width).toBeLessThanOrEqual(800);
      await image.click({ position: { x: 5, y: 5 } });
      expect(await image.boundingBox()).toMatchObject({ x: 0, y: 0, width: 1920, height: 1280 });
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      expect(await image.boundingBox()).toMatchObject({ x: -80, y: -80 });
      await drag(page, [400, 300], [300, 250]);
      expect(await image.boundingBox()).toMatchObject({ x: -180, y: -130, width: 1920 });
      await page.keyboard.press('-');
      expect((await image.boundingBox())?.width).toBeLessThanOrEqual(800);
      const actualSize = page.getByRole('button', { name: t('gallery.actualSize') });
      expect(await actualSize.getAttribute('aria-pressed')).toBe('false');
      await actualSize.click();
      expect(await actualSize.getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('End');
      await arrived(page);
      expect(await actualSize.isDisabled()).toBe(true);
      expect(await image.boundingBox()).toMatchObject({ width: 12, height: 8 });
    });
  }, 60_000);

  it('is swiped with a finger', async () => {
    await withPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
      await linkTo(page, 0).tap();
      await arrived(page);
      await swipe(page, [300, 400], [120, 420]);
      await page.getByText('2 / 3').waitFor();
      await swipe(page, [120, 400], [300, 390]);
      await page.getByText('1 / 3').waitFor();
      await swipe(page, [200, 300], [230, 500]);
      expect(await count(page)).toBe('1 / 3');
      expect(await flawsOf(page)).toEqual([]);
      await page.getByRole('button', { name: t('gallery.close') }).tap();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
  }, 60_000);

  it('is left by a click beside the photo', async () => {
    await withPage({}, async (page) => {
      await linkTo(page, 2).click();
      await arrived(page);
      await page.mouse.click(20, 20);
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
  }, 60_000);

  it('is links to the large photos without JavaScript', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await linkTo(page, 1).click();
      await page.waitForURL(/large\.jpg$/);
    });
  }, 60_000);
});

async function withPage(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await served.pageOf(reader, { viewport: { width: 800, height: 600 }, ...options });
  try {
    await page.goto(link(paths.appeal, { id: appeal.id }));
    await look(page);
  } finally {
    await page.context().close();
  }
}

const linkTo = (page: Page, index: number) => page.locator('.gallery__link').nth(index);
const count = (page: Page) => page.locator('[data-zoom-count]').textContent();

async function walk(page: Page, keys: readonly string[]): Promise<(string | null)[]> {
  const seen = [];
  for (const key of keys) {
    if (key) await page.keyboard.press(key);
    seen.push(await count(page));
  }
  return seen;
}

async function arrived(page: Page): Promise<void> {
  const image = page.getByRole('dialog').locator('img');
  await eventually('the photo in the dialog', async () => (await image.evaluate(widthOf)) || undefined);
}

async function drag(page: Page, [x, y]: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

async function swipe(page: Page, [x, y]: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  // At rest in the end: a tap that stops a fling is no click.
  for (const step of [0.3, 0.6, 1, 1, 1]) {
    const touchPoints = [{ x: x + (to[0] - x) * step, y: y + (to[1] - y) * step }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    await page.waitForTimeout(60);
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

function widthOf(picture: unknown): number {
  return (picture as { naturalWidth: number }).naturalWidth;
}

function hasFocus(element: unknown): boolean {
  const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
  return ownerDocument.activeElement === element;
}
