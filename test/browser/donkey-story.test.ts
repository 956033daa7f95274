import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { hasDovecot, type ImapServer, startImapServer } from '../support/dovecot';
import { eventually } from '../support/eventually';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';
import { faultsIn } from '../support/log-lines';
import { rawMail } from '../support/mails';
import { readable } from '../support/outbox';
import { type MailServer, startMailServer } from '../support/smtp';
import { describeInBrowser, launchChromium } from './support/browser';
import { Person } from './support/person';

const title = 'Plüschesel mit rosa Kapuzenshirt';
const originalWords = 'Meine Tochter hat ihren Esel verloren und weint seit drei Tagen. Hat noch jemand so einen?';
const thanks = 'Danke an alle! Meine Tochter schläft wieder mit ihrem Esel im Arm.';
const phone = { width: 390, height: 844 };

/** Everybody in the story, and what they pass on to each other. */
interface Cast {
  agent: Person;
  colleague: Person;
  customer: Person;
  /** Takes every mail that leaves the house. */
  server: MailServer;
  /** Holds what comes back; null where no such server is installed, which its own test says. */
  mailbox: ImapServer | null;
}

let browser: Browser;
let photos: { lost: Buffer; found: Buffer };

describeInBrowser('the story of the plush donkey, in German', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    photos = { lost: (await demoPhoto('plush-donkey')).bytes, found: (await demoPhoto('two-donkeys')).bytes };
  }, 120_000);

  afterAll(() => browser?.close());

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    '%s, from sign-in to the public thanks and the spare on the shelf',
    async (_, javaScriptEnabled) => {
      const server = await startMailServer();
      const mailbox = hasDovecot ? await startImapServer() : null;
      const reading: Record<string, string> = mailbox
        ? { IMAP_URL: mailbox.url, MAIL_FROM: 'fundus@haus.example' }
        : {};
      const installation = await makeInstallation({ SMTP_URL: server.url, ...reading });
      try {
        await withCast(installation, { server, mailbox }, javaScriptEnabled, story);
      } finally {
        await installation.remove();
        await mailbox?.stop();
        await server.stop();
      }
    },
    360_000,
  );
});

async function story(cast: Cast): Promise<void> {
  const { agent, colleague, customer } = cast;
  await signIn(agent, 'mira@fundus.example', 'Hallo Mira Anders!');
  await saysWhereSheSits(agent);
  await opensAnAppeal(agent);
  await signIn(colleague, 'paul@fundus.example', 'Hallo Paul Lindner!');
  await findsTheAppeal(colleague);
  await looksAndFollows(colleague);
  await offersTwo(colleague);
  await acceptsFromTheDesk(agent);
  await tellsTheCustomer(agent);
  await handsOver(colleague);
  await receivesAndShips(agent);
  const statusUrl = await tellsThatItIsOnItsWay(agent);
  await readsWhereItStands(customer, statusUrl);
  await confirmsAndThanks(customer);
  await closesHappily(agent);
  await shelvesTheSecond(agent);
  await everybodySeesTheEnd(cast);
  await tellsAnotherCustomerByMail(cast);
}

async function withCast(
  installation: Installation,
  servers: Pick<Cast, 'server' | 'mailbox'>,
  javaScriptEnabled: boolean,
  play: (cast: Cast) => Promise<void>,
): Promise<void> {
  await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
  await installation.createUser({ name: 'Paul Lindner', email: 'paul@fundus.example' });
  const app = await installation.start();
  const at = { baseURL: installation.url, javaScriptEnabled };
  const cast = {
    agent: await Person.at(browser, { ...at, name: 'agent' }),
    colleague: await Person.at(browser, { ...at, name: 'colleague', viewport: phone }),
    // Her browser asks for English; that she reads German we know from her case.
    customer: await Person.at(browser, { ...at, name: 'customer', viewport: phone, locale: 'en-GB' }),
    ...servers,
  };
  const people = [cast.agent, cast.colleague, cast.customer];
  try {
    await play(cast);
  } catch (error) {
    for (const person of people) await person.picture(`failed-${person.name}.png`);
    throw new Error([error, ...people.flatMap((person) => person.troubles()), ...faultsIn(app.errors())].join('\n'), {
      cause: error,
    });
  } finally {
    for (const person of people) await person.page.context().close();
  }
  expect(faultsIn(app.errors())).toEqual([]);
}

async function signIn(person: Person, email: string, greeting: string): Promise<void> {
  await person.opens('/');
  await person.isTold('Bitte melde dich zuerst an, dann geht es weiter.');
  await person.fills('E-Mail-Adresse', email);
  await person.fills('Passwort', installationPassword);
  await person.presses('Anmelden');
  await person.isTold(greeting);
}

async function saysWhereSheSits(agent: Person): Promise<void> {
  await agent.sees('Noch hängt hier nichts');
  await agent.follows('Mira Anders');
  await agent.reads('Dein Profil');
  await agent.fills('Dein Platz', 'Hamburg, Raum 2.14');
  await agent.presses('Speichern');
  await agent.isTold('Dein Profil ist gespeichert.');
}

async function opensAnAppeal(agent: Person): Promise<void> {
  await agent.follows('Neuer Aufruf');
  await agent.reads('Neuer Aufruf');
  await agent.ticks('Gegenstand');
  await agent.fills('Überschrift', title);
  await agent.fills('Die Geschichte', 'Ein Kind vermisst seinen Esel.\n\nEs war ein Geschenk von uns, 2008 oder 2009.');
  await agent.attaches('Fotos', { name: 'Esel.jpg', mimeType: 'image/jpeg', buffer: photos.lost });
  const descriptions = agent.page.getByLabel('Beschreibung');
  await descriptions.nth(0).fill('etwa 20 cm');
  await descriptions.nth(1).fill('grau');
  await agent.fills('Wo?', 'Hamburg');
  await agent.fills('Wann?', '2014-12-28');
  await agent.fills('Belohnung', 'große, glückliche Kinderaugen');
  await agent.fills('Schlagworte', '#esel #hamburg');
  await agent.fills('In den eigenen Worten', originalWords);
  await agent.selects('Kam über', 'Facebook');
  await agent.fills('Name', 'Annika Sommer');
  await agent.fills('Name im Kanal', '@annika.sommer');
  await agent.fills('Postanschrift', 'Annika Sommer\nLindenweg 7\n99998 Beispielhausen');
  await agent.presses('An die Pinnwand hängen');
  await agent.isTold('Der Aufruf hängt an der Pinnwand. Jetzt heißt es Daumen drücken!');
  await agent.reads(title);
  await agent.sees('Wird gesucht', 'etwa 20 cm', '28. Dezember 2014', 'große, glückliche Kinderaugen', '#esel');
  await agent.sees('Das sieht nur das Service-Team.', originalWords, 'Lindenweg 7');
  await agent.seesPicture(`Foto zu „${title}“`);
}

async function findsTheAppeal(colleague: Person): Promise<void> {
  const search = colleague.page.getByRole('searchbox', { name: 'Aufrufe durchsuchen' });
  await search.fill('Plueschhase');
  await search.press('Enter');
  await colleague.reads('Dazu hängt hier nichts');
  await search.fill('Plueschesel');
  await search.press('Enter');
  await colleague.reads(title);
  await colleague.sees('0 Funde', '0 fiebern mit');
  await colleague.follows(title);
  await colleague.reads('Genau das suchen wir');
  await colleague.sees('Ein Kind vermisst seinen Esel.', 'aufgehängt von Mira Anders');
  await colleague.seesPicture(`Foto zu „${title}“`);
  await colleague.mustNotSee(originalWords, 'Annika', 'Sommer', 'Lindenweg', '/status/');
}

async function looksAndFollows(colleague: Person): Promise<void> {
  await colleague.presses('Mitfiebern');
  await colleague.isTold('Du fieberst jetzt mit.');
  await colleague.sees('1 Mensch fiebert mit', 'Du fieberst mit');
  await colleague.unfolds('Nachgesehen, leider nein');
  await colleague.fills('Wo hast du nachgesehen?', 'Lager Köln, Messekisten');
  await colleague.presses('Hab nachgesehen');
  await colleague.isTold('Danke fürs Nachsehen! Auch das hilft.');
  await colleague.sees('1 hat schon nachgesehen', 'Paul Lindner hat nachgesehen, leider ohne Glück.');
}

async function offersTwo(colleague: Person): Promise<void> {
  await colleague.unfolds('Ich hab eins!');
  await colleague.fills('Wie viele?', '2');
  await colleague.fills('Wo ist es gerade?', 'Bonn, Haus 3, mein Schrank');
  await colleague.ticks('Wie neu');
  await colleague.fills('Magst du etwas dazu sagen?', 'Lagen zwischen den Decken.');
  await colleague.attaches('Ein Foto', { name: 'zwei Esel.jpg', mimeType: 'image/jpeg', buffer: photos.found });
  await colleague.ticks('Mein Vorname darf der Kundin oder dem Kunden genannt werden.');
  await colleague.presses('Anbieten');
  await colleague.isTold('Großartig, danke! Wir melden uns, sobald entschieden ist.');
  await colleague.reads('Dein Fund');
  await colleague.sees('Angeboten', '2 Stück, Wie neu', 'Paul Lindner hat 2 Stück und gibt sie her.');
  await colleague.seesPicture('Foto des Funds');
}

async function acceptsFromTheDesk(agent: Person): Promise<void> {
  await agent.follows('Mein Tisch');
  await agent.reads('Funde zu beantworten');
  await agent.sees('1 Fund wartet auf ein Ja.');
  await agent.follows(title);
  await agent.reads('Funde');
  await agent.sees('Lagen zwischen den Decken.', 'Der Vorname darf genannt werden.');
  await agent.seesPicture('Foto des Funds');
  await agent.presses('Ja, den nehmen wir');
  await agent.isTold('Der Fund ist angenommen. Die anderen bleiben als Reserve.');
  await agent.sees('Gefunden', 'Mira Anders hat den Fund von Paul Lindner angenommen.');
}

async function tellsTheCustomer(agent: Person): Promise<void> {
  await agent.follows('Kundin oder Kunden informieren');
  await agent.reads('Wie steht es um die Suche?');
  await agent.sees('An @annika.sommer über Facebook');
  const text = await agent.field('Text').inputValue();
  expect(text).toContain('Guten Tag Annika Sommer,');
  expect(text).not.toContain('/status/');
  await agent.sees('Schick ihn deshalb nur als Direktnachricht.');
  await agent.fills('Text', text.replace('gute Neuigkeiten', 'ganz wunderbare Neuigkeiten'));
  await agent.presses('Text übernehmen');
  await agent.isTold('Die Nachricht ist auf dem Weg oder liegt zum Posten bereit.');
  await agent.sees('Noch zu posten', 'ganz wunderbare Neuigkeiten');
  await copies(agent, 'ganz wunderbare Neuigkeiten');
  await agent.fills('Link zum Beitrag', 'https://social.example/posts/4711#2');
  await agent.presses('Ist gepostet');
  await agent.isTold('Vermerkt: Die Nachricht ist gepostet.');
  await agent.sees('Gepostet', 'Mira Anders hat das Update veröffentlicht (Facebook).');
}

/** Without JavaScript there is no button: the text stands there to be marked. */
async function copies(agent: Person, words: string): Promise<void> {
  const message = agent.page.getByRole('article').filter({ hasText: words }).last();
  const button = message.getByRole('button', { name: 'Kopieren' });
  if (!agent.scripts) return expect(await button.isVisible()).toBe(false);
  await button.click();
  await message.getByText('Kopiert!').waitFor();
  expect(await agent.clipboard()).toContain(words);
}

async function handsOver(colleague: Person): Promise<void> {
  await colleague.follows('Meine Funde');
  await colleague.reads('Meine Funde');
  await colleague.sees('Genau den suchen wir! Bitte schick ihn jetzt los.', 'Mira Anders', 'Hamburg, Raum 2.14');
  await colleague.unfolds('Ich habe es abgeschickt');
  await colleague.ticks('Paket');
  await colleague.selects('Paketdienst', 'DHL');
  await colleague.fills('Sendungsnummer', '00340434161094000001');
  await colleague.presses('Ist unterwegs');
  await colleague.isTold('Danke! Jetzt ist es unterwegs.');
  await colleague.sees('Auf dem Weg zu uns', 'Paket, DHL', 'Paul Lindner hat den Fund auf den Weg gebracht: Paket.');
}

async function receivesAndShips(agent: Person): Promise<void> {
  await agent.follows('Mein Tisch');
  await agent.reads('Unterwegs zu dir');
  await agent.follows(title);
  await agent.presses('Ist angekommen');
  await agent.isTold('Vermerkt: Es liegt auf dem Schreibtisch.');
  await agent.sees('Bei uns am Tisch');
  await agent.unfolds('Paket losschicken');
  await agent.sees('2 Stück liegen bereit.');
  await agent.selects('Paketdienst', 'DHL');
  await agent.fills('Sendungsnummer', '00340434161094000002');
  await agent.fills('Wie viele?', '1');
  await agent.presses('Ist losgeschickt');
  await agent.isTold('Vermerkt: Das Paket ist auf dem Weg.');
  await agent.sees('Unterwegs', 'Mira Anders hat das Paket losgeschickt (DHL).');
}

/** @returns the customer's secret link, as the agent copies it for a direct message */
async function tellsThatItIsOnItsWay(agent: Person): Promise<string> {
  await agent.follows('Kundin oder Kunden informieren');
  await agent.reads('Wie steht es um die Suche?');
  const text = await agent.field('Text').inputValue();
  expect(text).toContain('Ihr Paket ist mit DHL unterwegs, Sendungsnummer 00340434161094000002');
  const statusUrl = (await agent.page.locator('[data-copy]').first().getAttribute('data-copy')) ?? '';
  expect(statusUrl).toMatch(/^http:\/\/localhost:\d+\/status\/[\w-]{22,}$/);
  await agent.presses('Text übernehmen');
  await agent.isTold('Die Nachricht ist auf dem Weg oder liegt zum Posten bereit.');
  await agent.fills('Link zum Beitrag', 'https://social.example/posts/4711#3');
  await agent.presses('Ist gepostet');
  await agent.isTold('Vermerkt: Die Nachricht ist gepostet.');
  return statusUrl;
}

async function readsWhereItStands(customer: Person, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.reads('Ihr Paket ist unterwegs');
  await customer.sees(title, 'In ein paar Tagen sollte es bei Ihnen sein.');
  const steps = customer.page.getByRole('list', { name: 'So weit sind wir' }).getByRole('listitem');
  expect(await steps.count()).toBe(6);
  expect(await steps.nth(3).textContent()).toMatch(/Bei uns[\s\S]*erreicht/);
  expect(await steps.nth(4).getAttribute('aria-current')).toBe('step');
  expect(await steps.nth(5).textContent()).toMatch(/Angekommen[\s\S]*kommt noch/);
  await customer.sees(
    'Wir haben im ganzen Haus nachgefragt.',
    'Gefunden! Bei uns im Haus ist genau das Richtige aufgetaucht.',
    'Der Fund liegt jetzt bei unserem Service-Team.',
    'Ihr Paket ist unterwegs (DHL).',
    'ganz wunderbare Neuigkeiten',
  );
  await customer.sees('Gefunden von:', 'Paul');
  const parcel = customer.page.getByRole('link', { name: '00340434161094000002', exact: true });
  expect(await parcel.getAttribute('href')).toContain('dhl.de');
  await customer.seesPicture(`Foto zu „${title}“`);
  await customer.mustNotSee('Lindner', 'Mira', 'Anders', 'mein Schrank', '00340434161094000001');
}

async function confirmsAndThanks(customer: Person): Promise<void> {
  await customer.presses('Ja, es ist angekommen');
  await customer.isTold('Danke, dass Sie uns Bescheid geben!');
  await customer.reads('Angekommen!');
  await customer.fills('Ihre Nachricht', 'Er ist da, und er sieht genauso aus.');
  await customer.presses('Abschicken');
  await customer.isTold('Danke, Ihre Nachricht ist bei uns.');
  await customer.sees('Er ist da, und er sieht genauso aus.');
  await customer.fills('Ihr Dankeschön', thanks);
  await customer.ticks('Alle Kolleginnen und Kollegen, ohne meinen Namen.');
  await customer.presses('Danke sagen');
  await customer.isTold('Vielen Dank! Das geben wir gern weiter.');
  await customer.sees('Danke für Ihre lieben Worte!', thanks);
  expect(await customer.page.getByRole('button', { name: 'Danke sagen' }).count()).toBe(0);
}

async function closesHappily(agent: Person): Promise<void> {
  await agent.follows('Mein Tisch');
  await agent.reads('Angekommen');
  await agent.sees('Alles gut? Dann kannst du abschließen.', 'Davon ist noch etwas übrig.');
  await agent.follows(title);
  await agent.sees('Er ist da, und er sieht genauso aus.', thanks, 'Ein Dankeschön ist da!');
  await agent.unfolds('Abschließen');
  await agent.ticks('Happy End');
  await agent.presses('Aufruf abschließen');
  await agent.isTold('Der Aufruf ist abgeschlossen.');
  await agent.sees('Mira Anders hat den Aufruf abgeschlossen: Happy End.');
}

async function shelvesTheSecond(agent: Person): Promise<void> {
  await agent.unfolds('Ins Regal stellen');
  await agent.sees('1 Stück ist übrig und kann auf die nächste Suche warten.');
  await agent.fills('Wo steht es?', 'Hamburg, Raum 2.14, neben dem Bildschirm');
  await agent.presses('Steht im Regal');
  await agent.isTold('Das übrige Stück steht jetzt im Regal.');
  await agent.sees('Mira Anders hat ein Stück ins Regal gestellt, für die nächste Suche.');
}

async function everybodySeesTheEnd({ agent, colleague, customer }: Cast): Promise<void> {
  for (const person of [agent, colleague]) {
    await person.follows('Regal');
    await person.reads('Das Regal');
    await person.sees(
      title,
      '1 Stück zu haben, Wie neu',
      'Hamburg, Raum 2.14, neben dem Bildschirm',
      'bei Mira Anders',
    );
    await person.follows('Happy Ends');
    await person.reads('Happy Ends');
    await person.reads(title);
    await person.sees(thanks);
    await person.mustNotSee('Annika', 'Sommer', 'Er ist da, und er sieht genauso aus.');
  }
  await colleague.opens('/my-finds');
  await colleague.sees('Steht im Regal und wartet auf die nächste Suche.', 'Und das kam zurück:', thanks);
  await customer.opens(customer.page.url());
  await customer.reads('Ende gut, alles gut');
}

async function tellsAnotherCustomerByMail({ agent, customer, server, mailbox }: Cast): Promise<void> {
  await agent.follows('Neuer Aufruf');
  await agent.fills('Überschrift', 'Schneekugel mit Leuchtturm');
  await agent.fills('Die Geschichte', 'Sie stand auf dem Nachttisch ihrer Großmutter.');
  await agent.selects('Kam über', 'E-Mail');
  await agent.fills('Name', 'Lena Brückner');
  await agent.fills('E-Mail-Adresse', 'lena.brueckner@kunde.example');
  await agent.presses('An die Pinnwand hängen');
  await agent.isTold('Der Aufruf hängt an der Pinnwand.');
  await agent.follows('Kundin oder Kunden informieren');
  await agent.sees('An lena.brueckner@kunde.example über E-Mail');
  expect(await agent.field('Betreff').inputValue()).toBe('Ihre Suche: Schneekugel mit Leuchtturm');
  await agent.presses('E-Mail abschicken');
  await agent.isTold('Die Nachricht ist auf dem Weg oder liegt zum Posten bereit.');
  // Colleagues get mails as well.
  const toLena = ({ to }: { to: readonly string[] }) => to.join() === 'lena.brueckner@kunde.example';
  const { text } = await eventually('the mail', async () => server.taken.find(toLena));
  const mail = readable(text);
  expect(mail).toMatch(/^To: lena\.brueckner@kunde\.example\r?$/m);
  expect(mail).toContain('Guten Tag Lena Brückner,');
  const [statusUrl = ''] = /http:\S+\/status\/\S+/.exec(mail) ?? [];
  await customer.opens(statusUrl);
  await customer.reads('Wir suchen für Sie');
  await customer.sees('Schneekugel mit Leuchtturm', 'so schnell geben wir nicht auf');
  if (!mailbox) return;
  const [, replyTo = ''] = /^Reply-To: <?([^\s<>]+)>?\r?$/im.exec(mail) ?? [];
  await mailbox.deliver(await answerTo(replyTo));
  await readsTheAnswer(agent, customer);
}

const answer = 'Im Sockel steht 1987, vielleicht hilft das.';

/** What a mail program makes of an answer: the words on top, what they answer below. */
function answerTo(replyTo: string): Promise<Buffer> {
  const text = `${answer}\n\nAm 1. Mai 2026 schrieb Fundus:\n> Guten Tag Lena Brückner,\n> danke für Ihre Nachricht.\n`;
  const from = 'Lena Brückner <lena.brueckner@kunde.example>';
  return rawMail({ from, to: replyTo, subject: 'Re: Ihre Suche: Schneekugel mit Leuchtturm', text });
}

/** The mailbox is read every minute. */
async function readsTheAnswer(agent: Person, customer: Person): Promise<void> {
  const heading = agent.page.getByRole('heading', { name: /^Antworten/ });
  const answers = agent.page.locator('section').filter({ has: heading });
  await eventually(
    'the answer on the desk',
    async () => {
      await agent.opens('/desk');
      return (await answers.getByRole('link', { name: 'Schneekugel mit Leuchtturm' }).count()) > 0 || undefined;
    },
    120_000,
  );
  await answers.getByRole('link', { name: 'Schneekugel mit Leuchtturm' }).click();
  await agent.sees(answer);
  await agent.mustNotSee('Am 1. Mai 2026 schrieb Fundus');
  await customer.opens(customer.page.url());
  await customer.sees(answer);
}
