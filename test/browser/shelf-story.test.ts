import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

const title = 'Plüschesel mit rosa Kapuzenshirt';

let browser: Browser;

describeInBrowser('the second child’s donkey', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    'comes from the shelf, with no colleague asked: %s',
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
  await installation.createUser({ name: 'Paul Lindner', email: 'paul@fundus.example' });
  await installation.start();
  const at = { baseURL: installation.url, javaScriptEnabled };
  const viewport = { width: 390, height: 844 };
  const agent = await Person.at(browser, { ...at, name: 'shelf-agent' });
  const colleague = await Person.at(browser, { ...at, name: 'shelf-colleague', viewport });
  try {
    await signIn(colleague, 'paul@fundus.example', 'Hallo Paul Lindner!');
    await offersADonkey(colleague);
    await signIn(agent, 'mira@fundus.example', 'Hallo Mira Anders!');
    await putsItIntoTheCatalogue(agent);
    await opensAnAppealForIt(agent);
    await reservesAndShips(agent);
    await seesThatOneIsLeft(colleague);
  } catch (error) {
    for (const person of [agent, colleague]) await person.picture(`failed-${person.name}.png`);
    throw error;
  } finally {
    for (const person of [agent, colleague]) await person.page.context().close();
  }
}

async function signIn(person: Person, email: string, greeting: string): Promise<void> {
  await person.opens('/shelf');
  await person.fills('E-Mail-Adresse', email);
  await person.fills('Passwort', installationPassword);
  await person.presses('Anmelden');
  await person.isTold(greeting);
}

async function offersADonkey(colleague: Person): Promise<void> {
  await colleague.reads('Das Regal ist leer');
  await colleague.follows('Ich könnte etwas abgeben');
  await colleague.reads('Ich könnte etwas abgeben');
  await colleague.fills('Was ist es?', title);
  const { bytes } = await demoPhoto('two-donkeys');
  await colleague.attaches('Fotos', { name: 'Esel.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await colleague.fills('Wie viele?', '2');
  await colleague.fills('Wo ist es gerade?', 'Bonn, Haus 3, mein Schrank');
  await colleague.ticks('Wie neu');
  await colleague.presses('Ins Regal stellen');
  await colleague.isTold('Danke! Es steht jetzt im Regal und bleibt bei dir, bis es jemand braucht.');
  await colleague.reads(title);
  await colleague.sees('2 Stück zu haben', 'Bonn, Haus 3, mein Schrank');
}

async function putsItIntoTheCatalogue(agent: Person): Promise<void> {
  await agent.reads('Das Regal');
  await agent.follows('Katalog');
  await agent.reads('Der Katalog ist leer');
  await agent.follows('Neuer Eintrag');
  await agent.fills('Wie heißt es?', 'Messe-Esel');
  await agent.fills('Aus welchem Jahr?', '2008/2009');
  await agent.presses('Speichern');
  await agent.isTold('Der Eintrag ist gespeichert.');
  await agent.opens('/shelf');
  await agent.follows(title);
  await agent.unfolds('Mit dem Katalog verknüpfen');
  await agent.selects('Im Katalog', 'Messe-Esel');
  await agent.presses('Verknüpfen');
  await agent.isTold('Der Katalog weiß jetzt Bescheid.');
}

async function opensAnAppealForIt(agent: Person): Promise<void> {
  if (agent.scripts) {
    await agent.follows('Neuer Aufruf');
    await agent.selects('Im Katalog', 'Messe-Esel');
  } else {
    await agent.follows('Messe-Esel');
    await agent.follows('Das sucht jemand');
  }
  await agent.sees('Genau das steht noch im Regal', '2 Stück zu haben, Wie neu');
  await agent.fills('Überschrift', 'Noch ein Esel');
  await agent.fills('Die Geschichte', 'Auch der kleine Bruder hätte gern einen.');
  await agent.selects('Kam über', 'Telefon');
  await agent.presses('An die Pinnwand hängen');
  await agent.isTold('Der Aufruf hängt an der Pinnwand.');
}

async function reservesAndShips(agent: Person): Promise<void> {
  await agent.sees('Genau das steht noch im Regal');
  await agent.presses('Reservieren');
  await agent.isTold('Reserviert! Niemand muss mehr suchen.');
  await agent.sees('Gefunden', 'Mira Anders hat ein Stück aus dem Regal reserviert, bei Paul Lindner.');
  await agent.presses('Liegt bei mir');
  await agent.isTold('Vermerkt: Es ist da, wo es hinsoll.');
  await agent.unfolds('Paket losschicken');
  await agent.selects('Paketdienst', 'DHL');
  await agent.presses('Ist losgeschickt');
  await agent.isTold('Vermerkt: Das Paket ist auf dem Weg.');
  await agent.sees('Unterwegs', 'Mira Anders hat das Paket losgeschickt (DHL).');
}

async function seesThatOneIsLeft(colleague: Person): Promise<void> {
  await colleague.opens('/shelf');
  await colleague.follows(title);
  await colleague.sees('1 Stück zu haben', 'Noch ein Esel');
  await colleague.opens('/my-finds');
  await colleague.reads('Das hebst du auf');
}
