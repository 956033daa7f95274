import type { Browser, Locator } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import type { PictureName } from '../../scripts/demo/pictures';
import { eventually } from '../support/eventually';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

let browser: Browser;
let installation: Installation;

describeInBrowser('photos in a form', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    installation = await makeInstallation();
    await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
    await installation.start();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  it('are picked, dropped, pasted, moved, described and removed, and survive a refused form', async () => {
    const agent = await atNewAppeal(true);
    await picked(agent, 'two-donkeys', 'knitted-rabbit');
    await handedOver(agent, 'drop', 'cracked-phone');
    await handedOver(agent, 'paste', 'raincoat');
    await described(agent, ['Esel', 'Hase', 'Telefon', 'Jacke']);
    await movesByKeyboard(agent);
    await removesByKeyboard(agent);
    expect(await descriptions(agent)).toEqual(['Hase', 'Jacke', 'Esel']);
    await isRefusedAndPublishes(agent, ['Hase', 'Jacke', 'Esel']);
  }, 120_000);

  it('wait for a form that is sent while they are on their way', async () => {
    const agent = await atNewAppeal(true);
    await agent.page.route('**/waiting-photos', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await agent.page.locator('#photos').setInputFiles([await fileOf('two-donkeys')]);
    await agent.page.locator('progress').waitFor();
    await agent.fills('Überschrift', 'Esel gesucht');
    await agent.fills('Die Geschichte', 'Er ging in Hamburg verloren.');
    await agent.presses('An die Pinnwand hängen');
    await agent.seesPicture('Foto zu „Esel gesucht“');
  }, 120_000);

  it('say what is wrong with one of them, beside the others', async () => {
    const agent = await atNewAppeal(true);
    const noPicture = { name: 'brief.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Lieber Esel') };
    await agent.page.locator('#photos').setInputFiles([noPicture, await fileOf('two-donkeys')]);
    await arrived(agent, 1);
    await agent.page.getByText('„brief.jpg“ ist kein Bild').filter({ visible: true }).waitFor();
    agent.troubles();
  }, 120_000);

  it('come with the form where there is no JavaScript, and survive a refused one', async () => {
    const agent = await atNewAppeal(false);
    await agent.page.locator('#photos').setInputFiles([await fileOf('two-donkeys'), await fileOf('knitted-rabbit')]);
    await agent.fills('Überschrift', 'Esel gesucht');
    await agent.presses('An die Pinnwand hängen');
    await arrived(agent, 2);
    agent.troubles();
    await described(agent, ['Esel', 'Hase']);
    await agent.page.locator('label:has(input[name=dropPhoto])').first().click();
    await agent.fills('Die Geschichte', 'Er ging in Hamburg verloren.');
    await agent.presses('An die Pinnwand hängen');
    await agent.seesPicture('Hase');
    await agent.mustNotSee('alt="Esel"');
  }, 120_000);
});

async function atNewAppeal(javaScriptEnabled: boolean): Promise<Person> {
  const agent = await Person.at(browser, { baseURL: installation.url, javaScriptEnabled, name: 'photographer' });
  await agent.opens('/appeals/new');
  await agent.fills('E-Mail-Adresse', 'mira@fundus.example');
  await agent.fills('Passwort', installationPassword);
  await agent.presses('Anmelden');
  await agent.reads('Neuer Aufruf');
  return agent;
}

const rows = ({ page }: Person): Locator => page.locator('[data-photo-row]:has(input[name=photo])');

async function arrived(agent: Person, count: number): Promise<void> {
  await rows(agent)
    .nth(count - 1)
    .waitFor();
  expect(await rows(agent).count()).toBe(count);
}

async function fileOf(name: PictureName) {
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: (await demoPhoto(name)).bytes };
}

async function picked(agent: Person, ...names: PictureName[]): Promise<void> {
  await agent.page.locator('#photos').setInputFiles(await Promise.all(names.map(fileOf)));
  await arrived(agent, names.length);
  for (const kind of ['', '[capture=environment]'])
    expect(await agent.page.locator(`[data-photo-field] input[accept="image/*"]${kind}`).count()).toBeGreaterThan(0);
}

/** As the browser tells a page of a file that is dropped on the field, or pasted into the story. */
async function handedOver(agent: Person, how: 'drop' | 'paste', name: PictureName): Promise<void> {
  const before = await rows(agent).count();
  const base64 = (await demoPhoto(name)).bytes.toString('base64');
  await agent.page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], '${name}.jpg', { type: 'image/jpeg' }));
    const given = { bubbles: true, cancelable: true };
    if ('${how}' === 'drop') document.querySelector('.photo-field').dispatchEvent(new DragEvent('drop', { ...given, dataTransfer: transfer }));
    else document.querySelector('#story').dispatchEvent(new ClipboardEvent('paste', { ...given, clipboardData: transfer }));
  })()`);
  await arrived(agent, before + 1);
}

async function described(agent: Person, words: readonly string[]): Promise<void> {
  for (const [index, text] of words.entries()) await rows(agent).nth(index).getByLabel('Was ist zu sehen?').fill(text);
}

function descriptions(agent: Person): Promise<string[]> {
  return agent.page
    .locator('input[name=photoAlt]')
    .evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value));
}

/** The first goes two places back; focus stays on the button. */
async function movesByKeyboard(agent: Person): Promise<void> {
  await rows(agent).first().getByRole('button', { name: 'Weiter nach hinten' }).focus();
  for (let step = 0; step < 3; step++) await agent.page.keyboard.press('Enter');
  expect(await descriptions(agent)).toEqual(['Hase', 'Telefon', 'Jacke', 'Esel']);
}

async function removesByKeyboard(agent: Person): Promise<void> {
  await rows(agent).nth(1).getByRole('button', { name: 'Foto entfernen' }).focus();
  await agent.page.keyboard.press('Enter');
  await eventually('one photo less', async () => (await rows(agent).count()) === 3 || undefined);
}

/** An appeal is not published without a story. */
async function isRefusedAndPublishes(agent: Person, alts: string[]): Promise<void> {
  await agent.fills('Überschrift', 'Esel gesucht');
  await agent.presses('An die Pinnwand hängen');
  await agent.page.locator('#story-error').waitFor();
  expect(agent.troubles().filter((trouble) => !trouble.includes('422'))).toEqual([]);
  expect(await descriptions(agent)).toEqual(alts);
  await agent.fills('Die Geschichte', 'Er ging in Hamburg verloren.');
  await agent.presses('An die Pinnwand hängen');
  for (const alt of alts) await agent.seesPicture(alt);
  const shown = await agent.page.locator('[data-gallery] img[alt]:not([alt=""])').evaluateAll(altsOf);
  expect(shown).toEqual(alts);
}

function altsOf(images: unknown[]): string[] {
  return images.map((image) => (image as { alt: string }).alt);
}
