import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

const onTheShelf = 'Plüschesel mit rosa Kapuzenshirt';

let browser: Browser;

describeInBrowser('an appeal whose thing stands on the shelf', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    'is answered while it is typed, in other words, with no colleague asked: %s',
    async (_, javaScriptEnabled) => {
      const installation = await makeInstallation();
      try {
        await play(installation, javaScriptEnabled);
      } finally {
        await installation.remove();
      }
    },
    240_000,
  );
});

async function play(installation: Installation, javaScriptEnabled: boolean): Promise<void> {
  await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
  await installation.start();
  const agent = await Person.at(browser, { baseURL: installation.url, javaScriptEnabled, name: 'typing-agent' });
  try {
    await signsIn(agent);
    await putsADonkeyThere(agent);
    await typesAndSeesIt(agent);
    await reservesIt(agent);
    await ships(agent);
  } catch (error) {
    await agent.picture('failed-typing-agent.png');
    throw error;
  } finally {
    await agent.page.context().close();
  }
}

async function signsIn(agent: Person): Promise<void> {
  await agent.opens('/shelf');
  await agent.fills('E-Mail-Adresse', 'mira@fundus.example');
  await agent.fills('Passwort', installationPassword);
  await agent.presses('Anmelden');
  await agent.isTold('Hallo Mira Anders!');
}

async function putsADonkeyThere(agent: Person): Promise<void> {
  await agent.follows('Ich könnte etwas abgeben');
  await agent.fills('Was ist es?', onTheShelf);
  const { bytes } = await demoPhoto('two-donkeys');
  await agent.attaches('Fotos', { name: 'Esel.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await agent.fills('Wie viele?', '1');
  await agent.fills('Wo ist es gerade?', 'Mein Schreibtisch');
  await agent.ticks('Wie neu');
  await agent.presses('Ins Regal stellen');
  await agent.reads(onTheShelf);
}

async function typesAndSeesIt(agent: Person): Promise<void> {
  await agent.opens('/appeals/new');
  await agent.fills('Überschrift', 'Stuffed donkey with a pink hoodie');
  await agent.fills('Die Geschichte', 'His little brother would like one, too.');
  if (!agent.scripts) await agent.presses('Zuerst im Fundus nachsehen');
  await agent.sees('Steht im Regal', onTheShelf, /Gemeinsam: .*donkey/);
}

async function reservesIt(agent: Person): Promise<void> {
  await agent.ticks('Gleich mit dem Aufruf reservieren');
  await agent.selects('Kam über', 'Telefon');
  await agent.presses('An die Pinnwand hängen');
  await agent.isTold('Reserviert! Niemand muss mehr suchen.');
  await agent.sees('Gefunden');
}

async function ships(agent: Person): Promise<void> {
  await agent.presses('Liegt bei mir');
  await agent.isTold('Vermerkt: Es ist da, wo es hinsoll.');
  await agent.unfolds('Paket losschicken');
  await agent.selects('Paketdienst', 'DHL');
  await agent.presses('Ist losgeschickt');
  await agent.isTold('Vermerkt: Das Paket ist auf dem Weg.');
  await agent.sees('Unterwegs');
}
