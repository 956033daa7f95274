import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { paths } from '../../../src/paths';
import type { Account } from '../../../src/people/accounts';
import type { TestApp } from '../../support/app';
import { testPassword } from '../../support/factories';

/** The application of a test, where browsers reach it. */
export interface Served {
  readonly url: string;
  /** A page of somebody who signed in through the real form. */
  pageOf(account: Pick<Account, 'email'>, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Listens on a free port, for tests that look at one page and need no installation of their own. */
export async function serve({ app }: TestApp, browser: Browser): Promise<Served> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  async function pageOf({ email }: Pick<Account, 'email'>, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(paths.signIn);
    await page.locator('[name=email]').fill(email);
    await page.locator('[name=password]').fill(testPassword);
    await page.locator('main button[type=submit]').click();
    await page.waitForURL(`${url}/`);
    return page;
  }

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  return { url, pageOf, close };
}
