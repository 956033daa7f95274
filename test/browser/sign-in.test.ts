import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'otplib';
import type { Browser } from 'playwright-core';
import { translator } from '../../src/i18n/translator';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { agent, testPassword } from '../support/factories';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider';
import { signIn } from './support/acts';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';
import type { Setting } from './support/stage';

const mira = {
  sub: 'mira',
  name: 'Mira Anders',
  email: 'mira@fundus.example',
  email_verified: true,
  groups: ['service'],
};

let browser: Browser;
let door: Server;
let address: string;
let provider: IdentityProvider;
let test: TestApp;
let jonas: Account;

describeInBrowser('signing in', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    door = createServer().listen(0, '127.0.0.1');
    await once(door, 'listening');
    address = `http://localhost:${(door.address() as AddressInfo).port}`;
    provider = await startIdentityProvider(address, [mira]);
    test = await startTestApp({ ...provider.settings, BASE_URL: address, OIDC_AGENT_GROUPS: 'service' });
    jonas = await agent({ name: 'Jonas Keller', language: null });
    door.on('request', test.app);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    door.closeAllConnections();
    door.close();
    provider.close();
    await test.stop();
  });

  const settings: [string, Setting][] = [
    ['in German, with JavaScript', { language: 'de', javaScriptEnabled: true }],
    ['in English, without JavaScript', { language: 'en', javaScriptEnabled: false }],
  ];

  it.each(settings)(
    '%s: refused by the provider, let in by it to the page that was wanted, and out again',
    async (_, setting) => {
      const t = translator(setting.language);
      const person = await at(setting);
      await person.opens(`${address}${paths.shelf}?q=Esel`);
      await person.follows(t('signIn.sso.submit'));
      await person.page.getByRole('link', { name: 'Cancel' }).click();
      await person.page.getByText(t('signIn.sso.denied')).waitFor();
      expect(person.troubles()).toContainEqual(expect.stringContaining('status 403'));
      await person.follows(t('signIn.sso.submit'));
      await person.page.getByRole('link', { name: mira.name }).click();
      await person.page.waitForURL(`${address}${paths.shelf}?q=Esel`);
      await person.isTold(t('flash.signedIn', { name: mira.name }));
      await person.opens(address + paths.desk);
      await person.opens(address + paths.profile);
      await person.sees(t('profile.external'), t('profile.signIns.here'));
      await person.page
        .getByRole('button', { name: t('common.signOut') })
        .first()
        .click();
      await person.page.getByRole('button', { name: 'Sign out' }).click();
      await person.page.waitForURL(address + paths.signIn);
      await person.page.goto(address + paths.profile);
      await person.page.waitForURL((url) => url.pathname === paths.signIn);
    },
    120_000,
  );

  it.each(settings)(
    '%s: with a password and a code from the telephone',
    async (_, setting) => {
      const t = translator(setting.language);
      const person = await at(setting);
      await person.opens(address + paths.secondFactor);
      await signIn(person, setting.language, { email: jonas.email, password: testPassword });
      await person.fills(t('field.currentPassword'), testPassword);
      await person.presses(t('secondFactor.begin'));
      const secret = ((await person.page.locator('.secret').first().textContent()) ?? '').replaceAll(' ', '');
      const [code = ''] = await person.page.locator('.secret-codes .secret').allTextContents();
      await person.fills(t('field.code'), await generate({ secret }));
      await person.presses(t('secondFactor.confirm'));
      await person.isTold(t('flash.secondFactorOn'));
      await person.page
        .getByRole('button', { name: t('common.signOut') })
        .first()
        .click();
      await person.isTold(t('flash.signedOut'));
      await signIn(person, setting.language, { email: jonas.email, password: testPassword });
      await person.sees(t('signIn.code.lead'));
      await person.fills(t('field.code'), code);
      await person.presses(t('signIn.submit'));
      await person.isTold(t('flash.signedIn', { name: jonas.name }));
      await person.opens(address + paths.secondFactor);
      await person.fills(t('field.currentPassword'), testPassword);
      await person.presses(t('secondFactor.end'));
      await person.isTold(t('flash.secondFactorOff'));
    },
    120_000,
  );
});

const locales = { de: 'de-DE', en: 'en-GB' } as const;

function at({ language, javaScriptEnabled }: Setting): Promise<Person> {
  return Person.at(browser, { name: 'somebody', baseURL: address, javaScriptEnabled, locale: locales[language] });
}
