import type TestAgent from 'supertest/lib/agent';
import { close } from '../../src/appeals/close';
import { withdrawConsent } from '../../src/customers/withdraw-consent';
import type { Appeal } from '../../src/domain/appeal';
import type { ThanksConsent } from '../../src/domain/thanks-consent';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { receiveThanks } from '../../src/messages/receive-words';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { unescaped, visibleText } from '../support/html';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let desk: TestAgent;
let reader: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  desk = await signIn(test.app, ada);
  reader = await signIn(test.app, await colleague());
});
afterAll(() => test.stop());
beforeEach(() => AppealModel.deleteMany({}));

const thanks = 'She sleeps again!';

async function happyEnd(consent: ThanksConsent): Promise<{ appeal: Appeal; photoAt: string }> {
  const delivered = await cases.delivered();
  const { photoStore } = test.services;
  const sent = [await photo('#1b9e77')];
  const target = by(customerOfCase(delivered), delivered);
  await receiveThanks(target, 'en', thanks, consent, { sent, photoStore });
  const appeal = await close(by(ada, delivered), 'happy');
  const photoId = (await messagesOf(appeal.id))[0]?.photos[0]?.id ?? '';
  return { appeal, photoAt: link(paths.photo, { id: appeal.id, photoId, file: 'small.webp' }) };
}

const wall = async () => (await reader.get(paths.happyEnds).expect(200)).text;

/** @returns the texts of the story by what they are for */
async function storyOf({ id }: Appeal): Promise<Record<string, string>> {
  const { text } = await desk.get(link(paths.story, { id })).expect(200);
  const areas = [...text.matchAll(/<textarea[^>]* id="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)];
  return Object.fromEntries(areas.map(([, name = '', words = '']) => [name, unescaped(words)]));
}

const told = async (appeal: Appeal) =>
  Object.entries(await storyOf(appeal))
    .filter(([, words]) => words.includes(thanks))
    .map(([name]) => name.replace(/^.*-/, ''))
    .sort();

it('shows words and photo of thanks to colleagues, and whether they may go outside', async () => {
  const { appeal, photoAt } = await happyEnd({ shareable: true, publicUse: true });
  const page = await wall();
  expect([page.includes(photoAt), visibleText(page).includes(thanks)]).toEqual([true, true]);
  expect(visibleText(page)).toContain(t('happyEnds.publicUse'));
  await reader.get(photoAt).expect(200);
  expect(await told(appeal)).toEqual(['community', 'intranet', 'post']);
});

it('keeps inside what is for inside', async () => {
  const { appeal } = await happyEnd({ shareable: true, publicUse: false });
  expect(visibleText(await wall())).toContain(t('happyEnds.internalUse'));
  expect(await told(appeal)).toEqual(['intranet']);
});

it('shows colleagues nothing that is not meant for them', async () => {
  for (const publicUse of [false, true]) {
    const { appeal, photoAt } = await happyEnd({ shareable: false, publicUse });
    expect((await wall()).includes(photoAt) || (await wall()).includes(thanks)).toBe(false);
    await reader.get(photoAt).expect(404);
    expect(await told(appeal)).toEqual(publicUse ? ['community', 'post'] : []);
  }
});

it('removes words and photo at once when the consent is withdrawn', async () => {
  const { appeal, photoAt } = await happyEnd({ shareable: true, publicUse: true });
  await withdrawConsent(by(customerOfCase(appeal), appeal), { shareable: true, publicUse: false });
  expect(visibleText(await wall())).toContain(t('happyEnds.internalUse'));
  expect(await told(appeal)).toEqual(['intranet']);
  await withdrawConsent(by(customerOfCase(appeal), appeal), { shareable: false, publicUse: false });
  expect((await wall()).includes(photoAt) || (await wall()).includes(thanks)).toBe(false);
  await reader.get(photoAt).expect(404);
  expect(await told(appeal)).toEqual([]);
});
