import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { eventually } from '../support/eventually';
import { installationPassword, makeInstallation } from '../support/installation';
import { faultsIn } from '../support/log-lines';
import { readable } from '../support/outbox';
import { type MailServer, startMailServer } from '../support/smtp';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

const title = 'Teddy mit Knopfaugen';
const smallPhone = { width: 360, height: 740 };

let browser: Browser;

describeInBrowser('nothing is shown before the customer agrees', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  test('asked by mail, changed, agreed to, published, and taken down again: on a small phone without scripts', async () => {
    const server = await startMailServer();
    const installation = await makeInstallation({ SMTP_URL: server.url });
    try {
      await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
      await installation.createUser({ name: 'Paul Lindner', email: 'paul@fundus.example' });
      const app = await installation.start();
      const at = { baseURL: installation.url, javaScriptEnabled: true };
      const agent = await Person.at(browser, { ...at, name: 'agent' });
      const colleague = await Person.at(browser, { ...at, name: 'colleague' });
      const guest = { ...at, javaScriptEnabled: false, name: 'customer', viewport: smallPhone };
      await story(agent, colleague, await Person.at(browser, guest), server);
      expect(faultsIn(app.errors())).toEqual([]);
    } finally {
      await installation.remove();
      await server.stop();
    }
  }, 240_000);
});

async function story(agent: Person, colleague: Person, customer: Person, server: MailServer): Promise<void> {
  await signIn(agent, 'mira@fundus.example');
  await signIn(colleague, 'paul@fundus.example');
  await draftsAndAsks(agent);
  const mail = readable((await eventually('the mail', async () => server.taken[0])).text);
  expect(mail).toContain('genau so, wie alle sie sehen würden');
  const [statusUrl = ''] = /http:\S+\/status\/\S+/.exec(mail) ?? [];
  await customer.opens(statusUrl);
  await customer.reads('Dürfen wir so für Sie fragen?');
  await customer.sees(title, 'Ihre Nichte Emma vermisst ihn.');
  await customer.seesPicture(`Foto zu „${title}“`);
  await customer.findsNoFlaw();
  await wishesChanges(customer);
  await changesAndAsksAgain(agent);
  await agrees(customer, statusUrl);
  await publishes(agent);
  await colleague.opens('/');
  await colleague.follows(title);
  await colleague.sees('Ein Kind vermisst ihn.');
  await takesDown(customer, statusUrl);
  const gone = await colleague.page.reload();
  expect([gone?.status(), (await colleague.page.content()).includes(title)]).toEqual([404, false]);
  await colleague.page.getByText('Dieser Aufruf ist abgehängt').waitFor();
}

async function signIn(person: Person, email: string): Promise<void> {
  await person.opens('/');
  await person.fills('E-Mail-Adresse', email);
  await person.fills('Passwort', installationPassword);
  await person.presses('Anmelden');
}

async function draftsAndAsks(agent: Person): Promise<void> {
  await agent.follows('Neuer Aufruf');
  await agent.fills('Überschrift', title);
  await agent.fills('Die Geschichte', 'Ihre Nichte Emma vermisst ihn.');
  const { bytes: buffer } = await demoPhoto('plush-donkey');
  await agent.attaches('Fotos', { name: 'Teddy.jpg', mimeType: 'image/jpeg', buffer });
  await agent.selects('Kam über', 'E-Mail');
  await agent.fills('Name', 'Karla Busch');
  await agent.fills('E-Mail-Adresse', 'karla.busch@kunde.example');
  await agent.presses('Als Entwurf speichern');
  await asks(agent);
}

async function asks(agent: Person): Promise<void> {
  await agent.presses('Erst um Einverständnis bitten');
  await agent.isTold('Jetzt fehlt nur noch die Frage.');
  await agent.presses('E-Mail abschicken');
  await agent.sees('Wartet auf das Einverständnis');
}

async function wishesChanges(customer: Person): Promise<void> {
  await customer.unfolds('Nein, bitte anders');
  await customer.fills('Was soll anders sein?', 'Bitte ohne Emmas Namen.');
  await customer.presses('So bitte ändern');
  await customer.isTold('Danke, wir überarbeiten den Aufruf');
  await customer.sees('Bitte ohne Emmas Namen.');
}

async function changesAndAsksAgain(agent: Person): Promise<void> {
  await agent.follows('Mein Tisch');
  await agent.reads('Antworten');
  await agent.page.getByRole('link', { name: title }).first().click();
  await agent.sees('Bitte ohne Emmas Namen.');
  // The photo can be edited, too.
  await agent.page.locator('.decision-bar').getByRole('link', { name: 'Bearbeiten' }).click();
  await agent.fills('Die Geschichte', 'Ein Kind vermisst ihn.');
  await agent.presses('Speichern');
  await asks(agent);
}

async function agrees(customer: Person, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.sees('Ein Kind vermisst ihn.');
  await customer.presses('Ja, so dürfen Sie ihn zeigen');
  await customer.isTold('Danke! Dann zeigen wir den Aufruf so.');
  await customer.reads('Danke, gleich geht es los');
}

async function publishes(agent: Person): Promise<void> {
  await agent.follows('Mein Tisch');
  await agent.reads('Kann an die Pinnwand');
  await agent.presses('An die Pinnwand hängen');
  await agent.isTold('Der Aufruf hängt an der Pinnwand.');
}

async function takesDown(customer: Person, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.unfolds('Aufruf nicht mehr zeigen');
  await customer.presses('Ja, bitte abhängen');
  await customer.isTold('Der Aufruf ist abgehängt.');
  await customer.reads('Ihr Aufruf ist gerade nicht zu sehen');
  await customer.findsNoFlaw();
}
