import type { Browser, Page } from 'playwright-core';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { describeInBrowser, launchChromium } from './support/browser';
import { type Served, serve } from './support/served';

const steps = [
  /^Searching: reached on \d+ \w+ \d{4}\.$/,
  /^Found: reached on \d+ \w+ \d{4}\.$/,
  /^Coming to us: reached on \d+ \w+ \d{4}\.$/,
  /^With us: reached on \d+ \w+ \d{4}\.$/,
  /^On its way: we have been here since \d+ \w+ \d{4}\.$/,
  /^Arrived: still to come\.$/,
];

let test: TestApp;
let served: Served;
let browser: Browser;
let ada: Account;
let finn: Account;

describeInBrowser('what a screen reader is given', () => {
  beforeAll(async () => {
    test = await startTestApp();
    browser = await launchChromium();
    served = await serve(test, browser);
    [ada, finn] = [await agent({ name: 'Ada Agent' }), await colleague({ name: 'Finn Finder' })];
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await test?.stop();
  });

  it.each([390, 1440])(
    'of the steps is one sentence each, at %d px',
    async (width) => {
      const appeal = await casesOf(test.services, { agent: ada, finder: finn }).onItsWay();
      const page = await served.pageOf(ada, { viewport: { width, height: 900 } });
      await page.goto(link(paths.appeal, { id: appeal.id }));
      expect(await heardOf(page, '.rail')).toEqual(steps.map((step) => expect.stringMatching(step)));
      await page.goto(link(paths.status, { token: await tokenOf(test.services, appeal) }));
      expect(await heardOf(page, '.rail')).toEqual(steps.map((step) => expect.stringMatching(step)));
      await page.context().close();
    },
    60_000,
  );

  it('of what happened is who did what, how long ago, and when exactly', async () => {
    const appeal = await casesOf(test.services, { agent: ada, finder: finn }).found();
    const page = await served.pageOf(finn);
    await page.goto(link(paths.appeal, { id: appeal.id }));
    const when = String.raw`(now|\d+ \w+ ago), \w+, \d+ \w+ \d{4} at \d\d:\d\d\.`;
    const [first, ...others] = await heardOf(page, '.timeline');
    expect(first).toMatch(new RegExp(String.raw`^Ada Agent accepted the find from Finn Finder\. ${when}$`));
    expect(others.length).toBeGreaterThan(0);
    for (const sentence of others) expect(sentence).toMatch(new RegExp(`[.!?] ${when}$`));
    await page.context().close();
  }, 60_000);
});

/** The items of a list, as the accessibility tree has them. */
async function heardOf(page: Page, list: string): Promise<string[]> {
  const tree = await page.locator(list).first().ariaSnapshot();
  const items = tree.split(/^ *- listitem:?/m).slice(1);
  return items.map((item) =>
    item
      .split('\n')
      .map((line) => line.replace(/^\s*- (text|time|paragraph):?/, '').trim())
      .map((line) => line.replace(/^"(.*)"$/, '$1'))
      .filter((words) => words !== '')
      .join(' ')
      .replaceAll(' ,', ','),
  );
}
