import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { appealFor } from '../../src/appeals/find-appeals';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf, findIn } from '../support/cases';
import { agent, colleague, testPassword } from '../support/factories';
import { describeInBrowser, launchChromium } from './support/browser';

const address = 'Kanarienweg 7\n20095 Hamburg';
const customer = { name: 'Karla Canary', address, language: 'de' as const };

let test: TestApp;
let server: Server;
let browser: Browser;
let url: string;

describeInBrowser('what is printed', () => {
  beforeAll(async () => {
    url = `http://localhost:${await freePort()}`;
    test = await startTestApp({ BASE_URL: url });
    server = createServer(test.app).listen(Number(new URL(url).port));
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await test?.stop();
  });

  it('takes a find to the desk, where a phone confirms that it is there', async () => {
    const [decider, finder] = [await agent({ place: 'Haus 3, Raum 12' }), await colleague()];
    const appeal = await casesOf(test.services, { agent: decider, finder }).collecting({ customer });
    const page = await signedIn(finder.email);
    await page.goto(url + link(paths.findSlip, { id: appeal.id, findId: findIn(appeal) }));
    expect(await page.innerText('body')).toContain('Haus 3, Raum 12');
    expect(await page.content()).not.toMatch(/Canary|Kanarienweg/);
    expect(await paperOf(page)).toEqual({ pages: 1, width: 298, height: 420 });
    const phone = await follows(await scanned(page), decider.email);
    await phone.click('main form.action button');
    await phone.waitForURL(url + link(paths.appeal, { id: appeal.id }));
    expect((await appealFor(decider, appeal.id)).finds[0]?.state).toBe('received');
  }, 120_000);

  it('takes a parcel to the customer, and tells us that it has arrived', async () => {
    const [decider, finder] = [await agent(), await colleague()];
    const appeal = await casesOf(test.services, { agent: decider, finder }).onItsWay({ customer });
    const page = await signedIn(decider.email);
    await page.goto(url + link(paths.label, { id: appeal.id }));
    expect(await page.innerText('.paper')).toContain('Kanarienweg 7');
    expect(await paperOf(page)).toEqual({ pages: 1, width: 298, height: 420 });
    const phone = await follows(await scanned(page), decider.email);
    expect((await appealFor(decider, appeal.id)).status).toBe('on_its_way');
    await phone.click('main form.action button');
    await phone.waitForURL(url + link(paths.appeal, { id: appeal.id }));
    expect((await appealFor(decider, appeal.id)).status).toBe('delivered');
    await phone.goto(url + link(paths.delivery, { id: appeal.id }));
    expect(await phone.locator('main form.action').count()).toBe(0);
  }, 120_000);

  it('lies in the parcel in the customer’s language, and opens their own page', async () => {
    const [decider, finder] = [await agent(), await colleague()];
    const appeal = await casesOf(test.services, { agent: decider, finder }).onItsWay({ customer });
    const page = await signedIn(decider.email);
    await page.goto(url + link(paths.packingSlip, { id: appeal.id }));
    expect(await page.innerText('.paper')).toMatch(/^Fundus\s+Guten Tag Karla Canary,/);
    expect(await paperOf(page)).toEqual({ pages: 1, width: 420, height: 595 });
    const phone = await browser.newPage();
    expect((await phone.goto(await scanned(page)))?.status()).toBe(200);
    const told = phone.waitForResponse((answer) => answer.request().method() === 'POST');
    await phone.click('form[action$="/delivery"] button');
    await told;
    expect((await appealFor(decider, appeal.id)).status).toBe('delivered');
  }, 120_000);
});

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(url + paths.signIn);
  await signInOn(page, email);
  return page;
}

async function signInOn(page: Page, email: string): Promise<void> {
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', testPassword);
  await page.click('main button[type=submit]');
  await page.waitForURL((now) => now.pathname !== paths.signIn);
}

/** Opens what was scanned on a phone where nobody is signed in yet. */
async function follows(target: string, email: string): Promise<Page> {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await phone.goto(target);
  expect(new URL(phone.url()).pathname).toBe(paths.signIn);
  await signInOn(phone, email);
  expect(phone.url()).toBe(target);
  return phone;
}

/** @returns how many pages come out of the printer, and their size in whole points */
async function paperOf(page: Page): Promise<{ pages: number; width: number; height: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0,
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  };
}

/** Photographs the paper and reads its code. */
async function scanned(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const { data, info } = await sharp(await page.locator('.paper').screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!code) throw new Error('no code on the paper');
  return code.data;
}
