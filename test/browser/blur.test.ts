import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import type { Photo } from '../../src/domain/photo';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { twoColours } from '../support/photos';
import { describeInBrowser, launchChromium } from './support/browser';
import { flawsOf } from './support/flaws';
import { type Served, serve } from './support/served';

const t = translator('en');

let test: TestApp;
let browser: Browser;
let served: Served;
let ada: Account;
let reader: Account;

describeInBrowser('the page on which photos are blurred', () => {
  beforeAll(async () => {
    test = await startTestApp();
    browser = await launchChromium();
    served = await serve(test, browser);
    ada = await agent();
    reader = await colleague();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it('takes a part that is drawn with the mouse', async () => {
    const appeal = await searching('#225577');
    await onPage(appeal, async (page) => {
      const stage = page.locator('[data-blur-stage]');
      const { x, y, width, height } = (await stage.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(x + width * 0.1, y + height * 0.2);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.5, y + height * 0.8, { steps: 4 });
      await page.mouse.up();
      await send(page);
    });
    const [part] = (await photoOf(appeal)).blurred ?? [];
    expect(part).toBeDefined();
    for (const [edge, percent] of Object.entries({ left: 10, top: 20, width: 40, height: 60 }))
      expect(Math.abs(Number(part?.[edge as keyof typeof part]) - percent)).toBeLessThan(1);
    await expectBlurred(appeal);
  }, 60_000);

  it('takes a part that is put in the middle, moved and sized by keys', async () => {
    const appeal = await searching('#775522');
    await onPage(appeal, async (page) => {
      await page.getByRole('button', { name: t('photo.edit.add') }).focus();
      await page.keyboard.press('Enter');
      expect(await flawsOf(page)).toEqual([]);
      for (const [key, times] of keysToTheLeft) {
        for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press(key);
      }
      expect(await markOf(page)).toEqual(['18', '38', '25', '62']);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${link(paths.appeal, { id: appeal.id })}`);
    });
    expect((await photoOf(appeal)).blurred).toEqual([{ left: 18, top: 38, width: 25, height: 62 }]);
    await expectBlurred(appeal);
  }, 60_000);

  it('offers no ninth part', async () => {
    await onPage(await searching('#227755'), async (page) => {
      const add = page.getByRole('button', { name: t('photo.edit.add') });
      for (let parts = 0; parts < 8; parts++) await add.click();
      expect(await add.isDisabled()).toBe(true);
      await page.getByRole('button', { name: t('photo.edit.takeBack') }).click();
      expect(await add.isDisabled()).toBe(false);
    });
  }, 60_000);
});

/** Left, top, width, and a height that stops at the edge of the photo. */
const keysToTheLeft: [key: string, times: number][] = [
  ['ArrowDown', 22],
  ['Tab', 1],
  ['ArrowUp', 1],
  ['ArrowDown', 3],
  ['Tab', 1],
  ['ArrowUp', 5],
  ['Tab', 1],
  ['ArrowUp', 50],
];

/** A photo whose one half differs from the other, in the case of an agent. */
async function searching(colour: string): Promise<Appeal> {
  return casesOf(test.services, { agent: ada, finder: reader }).searching({ photos: [await twoColours(colour)] });
}

async function photoOf({ id }: Appeal): Promise<Photo> {
  const [photo] = (await appealFor(ada, id)).photos;
  if (!photo) throw new Error('the case has no photo');
  return photo;
}

async function onPage(appeal: Appeal, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await served.pageOf(ada, { viewport: { width: 1000, height: 900 } });
  try {
    const photoId = (await photoOf(appeal)).id;
    await page.goto(link(paths.editPhoto, { id: appeal.id, photoId }));
    await act(page);
  } finally {
    await page.context().close();
  }
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('photo.edit.send') }).click();
  await page.getByText(t('flash.photoBlurred')).waitFor();
}

/** Where the first part is drawn, in percent. */
async function markOf(page: Page): Promise<(string | null)[]> {
  const mark = page.locator('[data-blur-stage] rect').first();
  return Promise.all(['x', 'y', 'width', 'height'].map((name) => mark.getAttribute(name)));
}

/** A colleague sees the photo, and no sharp edge between its halves: it ran through every part marked here. */
async function expectBlurred(appeal: Appeal): Promise<void> {
  const page = await served.pageOf(reader);
  try {
    await page.goto(link(paths.appeal, { id: appeal.id }));
    const shown = await page.locator('.gallery__link').first().getAttribute('href');
    const { id, original } = await photoOf(appeal);
    expect(shown).toContain(id);
    const now = await page.request.get(shown ?? '');
    const before = test.services.photoStore.fileOf(original?.id ?? '', 'large.jpg');
    expect(await sharpnessOf(await now.body())).toBeLessThan((await sharpnessOf(before)) / 3);
  } finally {
    await page.context().close();
  }
}

/** Largest step from one pixel to the next, across the edge between the halves. */
async function sharpnessOf(picture: Buffer | string): Promise<number> {
  const row = { left: 50, top: 100, width: 20, height: 1 };
  const greys = [...(await sharp(picture).extract(row).toColourspace('b-w').raw().toBuffer())];
  return Math.max(...greys.slice(1).map((grey, at) => Math.abs(grey - (greys[at] ?? grey))));
}
