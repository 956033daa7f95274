import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { translator } from '../../src/i18n/translator';
import { calendarDay } from '../../src/web/times';
import { hasDovecot, type ImapServer, startImapServer } from '../support/dovecot';
import { eventually } from '../support/eventually';
import { rawMail } from '../support/mails';
import { readable } from '../support/outbox';
import { describeInBrowser, launchChromium } from './support/browser';
import { onStage, type Setting, type Stage } from './support/stage';

const title = 'Plüschesel mit rosa Kapuzenshirt';
const originalWords = 'Meine Tochter hat ihren Esel verloren und weint seit drei Tagen. Hat noch jemand so einen?';
const thanks = 'Danke an alle! Meine Tochter schläft wieder mit ihrem Esel im Arm.';

/** What we write, and what the agent makes of it. */
const news = {
  de: ['gute Neuigkeiten', 'ganz wunderbare Neuigkeiten'],
  en: ['good news', 'quite wonderful news'],
} as const;
const unwilling = { de: 'so schnell geben wir nicht auf', en: 'we do not give up that easily' };

const cast = {
  agent: { email: 'mira@fundus.example', called: 'Mira Anders', roles: ['agent'] },
  colleague: { email: 'paul@fundus.example', called: 'Paul Lindner' },
  // What language she reads we know from her case.
  customer: { browsesInAnother: true },
} as const;

/** What everybody in the story knows. */
type Told = Stage<keyof typeof cast> &
  Pick<Setting, 'language'> & {
    t: ReturnType<typeof translator>;
    /** Holds what comes back; null where no such server is installed, which its own test says. */
    mailbox: ImapServer | null;
  };

let browser: Browser;
let photos: { lost: Buffer; found: Buffer };

describeInBrowser('the story of the plush donkey', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    photos = { lost: (await demoPhoto('plush-donkey')).bytes, found: (await demoPhoto('two-donkeys')).bytes };
  }, 120_000);
  afterAll(() => browser?.close());

  test.each<[string, Setting]>([
    ['in German, without JavaScript', { language: 'de', javaScriptEnabled: false }],
    ['in German, with JavaScript', { language: 'de', javaScriptEnabled: true }],
    ['in English, with JavaScript', { language: 'en', javaScriptEnabled: true }],
  ])('%s, from the first profile to the public thanks and the spare on the shelf', playedBy, 360_000);
});

async function playedBy(_: string, setting: Setting): Promise<void> {
  const { language } = setting;
  const mailbox = hasDovecot ? await startImapServer() : null;
  const reading: Record<string, string> = mailbox ? { IMAP_URL: mailbox.url, MAIL_FROM: 'fundus@haus.example' } : {};
  try {
    const play = (stage: Stage<keyof typeof cast>) => story({ ...stage, language, t: translator(language), mailbox });
    await onStage(browser, setting, cast, play, reading);
  } finally {
    await mailbox?.stop();
  }
}

async function story(told: Told): Promise<void> {
  await saysWhereSheSits(told);
  await opensAnAppeal(told);
  await findsTheAppeal(told);
  await looksAndFollows(told);
  await offersTwo(told);
  await acceptsFromTheDesk(told);
  await tellsTheCustomer(told);
  await handsOver(told);
  await receivesAndShips(told);
  const statusUrl = await tellsThatItIsOnItsWay(told);
  await readsWhereItStands(told, statusUrl);
  await confirmsAndThanks(told);
  await closesHappily(told);
  await shelvesTheSecond(told);
  await everybodySeesTheEnd(told);
  await tellsAnotherCustomerByMail(told);
}

async function saysWhereSheSits({ people: { agent }, t }: Told): Promise<void> {
  await agent.sees(t('board.empty'));
  await agent.follows('Mira Anders');
  await agent.reads(t('profile.title'));
  await agent.fills(t('profile.place'), 'Hamburg, Raum 2.14');
  await agent.presses(t('common.save'));
  await agent.isTold(t('flash.profileSaved'));
}

async function opensAnAppeal({ people: { agent }, language, t }: Told): Promise<void> {
  await agent.follows(t('layout.newAppeal'));
  await agent.reads(t('form.title'));
  await agent.ticks(t('form.itemHint'));
  await agent.fills(t('form.headline'), title);
  await agent.fills(t('form.story'), 'Ein Kind vermisst seinen Esel.\n\nEs war ein Geschenk von uns, 2008 oder 2009.');
  await agent.attaches(t('form.photos'), { name: 'Esel.jpg', mimeType: 'image/jpeg', buffer: photos.lost });
  const descriptions = agent.page.getByLabel(t('form.soughtValue'));
  await descriptions.nth(0).fill('etwa 20 cm');
  await descriptions.nth(1).fill('grau');
  await agent.fills(t('form.place'), 'Hamburg');
  await agent.fills(t('form.lostOn'), '2014-12-28');
  await agent.fills(t('form.reward'), 'große, glückliche Kinderaugen');
  await agent.fills(t('form.hashtags'), '#esel #hamburg');
  await agent.fills(t('form.originalWords'), originalWords);
  await agent.selects(t('form.channel'), t('channel.facebook'));
  await agent.fills(t('form.customerName'), 'Annika Sommer');
  await agent.fills(t('form.customerHandle'), '@annika.sommer');
  await agent.selects(t('form.customerLanguage'), t(`language.${language}`));
  await agent.fills(t('form.customerAddress'), 'Annika Sommer\nLindenweg 7\n99998 Beispielhausen');
  await agent.presses(t('form.publish'));
  await agent.isTold(t('flash.published'));
  await agent.reads(title);
  await agent.sees(
    t('status.searching'),
    'etwa 20 cm',
    calendarDay('2014-12-28', language),
    'große, glückliche Kinderaugen',
    '#esel',
  );
  await agent.sees(t('appeal.agentsOnly'), originalWords, 'Lindenweg 7');
  await agent.seesPicture(t('appeal.firstPhoto', { title }));
}

async function findsTheAppeal({ people: { colleague }, t }: Told): Promise<void> {
  const search = colleague.page.getByRole('searchbox', { name: t('board.search') });
  await search.fill('Plueschhase');
  await search.press('Enter');
  await colleague.reads(t('board.nothingFound'));
  await search.fill('Plueschesel');
  await search.press('Enter');
  await colleague.reads(title);
  await colleague.sees(t('board.finds', { count: 0 }), t('board.followers', { count: 0 }));
  await colleague.follows(title);
  await colleague.reads(t('appeal.sought'));
  await colleague.sees(
    'Ein Kind vermisst seinen Esel.',
    t('appeal.askedBy', { name: 'Mira Anders' }).replace(/,$/, ''),
  );
  await colleague.seesPicture(t('appeal.firstPhoto', { title }));
  await colleague.mustNotSee(originalWords, 'Annika', 'Sommer', 'Lindenweg', '/status/');
}

async function looksAndFollows({ people: { colleague }, t }: Told): Promise<void> {
  await colleague.presses(t('appeal.follow'));
  await colleague.isTold(t('flash.followed'));
  await colleague.sees(t('appeal.followers', { count: 1 }), t('appeal.unfollow'));
  await colleague.unfolds(t('find.look.open'));
  await colleague.fills(t('find.look.place'), 'Lager Köln, Messekisten');
  await colleague.presses(t('find.look.send'));
  await colleague.isTold(t('flash.look'));
  await colleague.sees(t('appeal.looks', { count: 1 }), t('timeline.colleague.looked', { actor: 'Paul Lindner' }));
}

async function offersTwo({ people: { colleague }, t }: Told): Promise<void> {
  await colleague.unfolds(t('find.offer.open'));
  await colleague.fills(t('find.offer.quantity'), '2');
  await colleague.fills(t('find.offer.place'), 'Bonn, Haus 3, mein Schrank');
  await colleague.ticks(t('condition.as_new'));
  await colleague.fills(t('find.offer.words'), 'Lagen zwischen den Decken.');
  await colleague.attaches(t('find.offer.photo'), {
    name: 'zwei Esel.jpg',
    mimeType: 'image/jpeg',
    buffer: photos.found,
  });
  await colleague.ticks(t('find.offer.nameForCustomer'));
  await colleague.presses(t('find.offer.send'));
  await colleague.isTold(t('flash.offer'));
  await colleague.reads(t('appeal.ownFinds'));
  await colleague.sees(
    t('find.state.offered'),
    t('find.pieces', { count: 2 }),
    t('condition.as_new'),
    t('timeline.colleague.find_offered', { count: 2, actor: 'Paul Lindner' }),
  );
  await colleague.seesPicture(t('find.photoAlt'));
}

async function acceptsFromTheDesk({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.findsToAnswer.heading'));
  await agent.sees(t('desk.findsToAnswer.line', { count: 1 }));
  await agent.follows(title);
  await agent.reads(t('appeal.finds'));
  await agent.sees('Lagen zwischen den Decken.', t('find.named'));
  await agent.seesPicture(t('find.photoAlt'));
  await agent.presses(t('find.accept'));
  await agent.isTold(t('flash.findAccepted'));
  await agent.sees(
    t('status.found'),
    t('timeline.agent.find_accepted', { actor: 'Mira Anders', finder: 'Paul Lindner' }),
  );
}

async function tellsTheCustomer(told: Told): Promise<void> {
  const { people, language, t } = told;
  const { agent } = people;
  const [usual, better] = news[language];
  await agent.follows(t('appeal.newUpdate'));
  await agent.reads(t('update.heading'));
  await agent.sees(t('update.to', { recipient: '@annika.sommer', channel: t('channel.facebook') }));
  const text = await agent.field(t('update.body')).inputValue();
  expect(text).toContain(t('message.greeting.long', { name: 'Annika Sommer' }));
  expect(text).not.toContain('/status/');
  await agent.sees(t('update.openHint'));
  await agent.fills(t('update.body'), text.replace(usual, better));
  await agent.presses(t('update.saveManual'));
  await agent.isTold(t('flash.updateSent'));
  await agent.sees(t('update.state.to_post'), better);
  await copies(told, better);
  await posts(told, 'https://social.example/posts/4711#2');
  await agent.sees(
    t('update.state.posted'),
    t('timeline.agent.update_posted', { actor: 'Mira Anders', channel: t('channel.facebook') }),
  );
}

async function posts({ people: { agent }, t }: Told, link: string): Promise<void> {
  await agent.fills(t('update.postedLink'), link);
  await agent.presses(t('update.markPosted'));
  await agent.isTold(t('flash.updatePosted'));
}

/** Without JavaScript there is no button: the text stands there to be marked. */
async function copies({ people: { agent }, t }: Told, words: string): Promise<void> {
  const message = agent.page.getByRole('article').filter({ hasText: words }).last();
  const button = message.getByRole('button', { name: t('update.copy') });
  if (!agent.scripts) return expect(await button.isVisible()).toBe(false);
  await button.click();
  await message.getByText(t('update.copied')).waitFor();
  expect(await agent.clipboard()).toContain(words);
}

async function handsOver({ people: { colleague }, t }: Told): Promise<void> {
  await colleague.follows(t('layout.myFinds'));
  await colleague.reads(t('finds.title'));
  await colleague.sees(t('finds.next.accepted'), 'Mira Anders', 'Hamburg, Raum 2.14');
  await colleague.unfolds(t('find.handOver.open'));
  await colleague.ticks(t('handOver.parcel'));
  await colleague.selects(t('find.parcel.carrier'), t('carrier.dhl'));
  await colleague.fills(t('find.parcel.trackingNumber'), '00340434161094000001');
  await colleague.presses(t('find.handOver.send'));
  await colleague.isTold(t('flash.handOver'));
  await colleague.sees(
    t('status.collecting'),
    `${t('handOver.parcel')}, ${t('carrier.dhl')}`,
    t('timeline.colleague.find_handed_over', { actor: 'Paul Lindner', way: t('handOver.parcel') }),
  );
}

async function receivesAndShips({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.toReceive.heading'));
  await agent.follows(title);
  await agent.presses(t('find.receive'));
  await agent.isTold(t('flash.findReceived'));
  await agent.sees(t('status.at_desk'));
  await agent.unfolds(t('appeal.ship.open'));
  await agent.sees(t('appeal.ship.ready', { count: 2 }));
  await agent.selects(t('find.parcel.carrier'), t('carrier.dhl'));
  await agent.fills(t('find.parcel.trackingNumber'), '00340434161094000002');
  await agent.fills(t('appeal.ship.quantity'), '1');
  await agent.presses(t('appeal.ship.send'));
  await agent.isTold(t('flash.ship'));
  await agent.sees(
    t('status.on_its_way'),
    t('timeline.agent.shipped', { actor: 'Mira Anders', carrier: t('carrier.dhl') }),
  );
}

/** @returns the customer's secret link, as the agent copies it for a direct message */
async function tellsThatItIsOnItsWay(told: Told): Promise<string> {
  const { people, t } = told;
  const { agent } = people;
  await agent.follows(t('appeal.newUpdate'));
  await agent.reads(t('update.heading'));
  const text = await agent.field(t('update.body')).inputValue();
  const parcel = { carrier: t('carrier.dhl'), trackingNumber: '00340434161094000002', tracking: '' };
  expect(text).toContain(t('message.tracking.long', parcel));
  const statusUrl = (await agent.page.locator('[data-copy]').first().getAttribute('data-copy')) ?? '';
  expect(statusUrl).toMatch(/^http:\/\/localhost:\d+\/status\/[\w-]{22,}$/);
  await agent.presses(t('update.saveManual'));
  await agent.isTold(t('flash.updateSent'));
  await posts(told, 'https://social.example/posts/4711#3');
  return statusUrl;
}

async function readsWhereItStands({ people: { customer }, language, t }: Told, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.reads(t('customer.headline.item.on_its_way'));
  await customer.sees(title, t('customer.next.item.on_its_way'));
  const steps = customer.page.getByRole('list', { name: t('customer.progress') }).getByRole('listitem');
  expect(await steps.count()).toBe(6);
  expect(await steps.nth(3).textContent()).toContain(t('rail.doneUndated', { step: '' }).replace(/^: |\.$/g, ''));
  expect(await steps.nth(4).getAttribute('aria-current')).toBe('step');
  expect(await steps.nth(5).textContent()).toContain(t('rail.ahead', { step: '' }).replace(/^: |\.$/g, ''));
  await customer.sees(
    t('timeline.customer.appeal_published'),
    t('timeline.customer.find_accepted'),
    t('timeline.customer.find_received'),
    t('timeline.customer.shipped', { carrier: t('carrier.dhl') }),
    news[language][1],
  );
  await customer.sees(t('customer.finders'), 'Paul');
  const parcel = customer.page.getByRole('link', { name: '00340434161094000002', exact: true });
  expect(await parcel.getAttribute('href')).toContain('dhl.de');
  await customer.seesPicture(t('appeal.firstPhoto', { title }));
  await customer.mustNotSee('Lindner', 'Mira', 'Anders', 'mein Schrank', '00340434161094000001');
}

async function confirmsAndThanks({ people: { customer }, t }: Told): Promise<void> {
  await customer.presses(t('customer.confirm'));
  await customer.isTold(t('flash.customer.confirmed'));
  await customer.reads(t('customer.headline.item.delivered'));
  await customer.fills(t('customer.replyWords'), 'Er ist da, und er sieht genauso aus.');
  await customer.presses(t('customer.replySend'));
  await customer.isTold(t('flash.customer.reply'));
  await customer.sees('Er ist da, und er sieht genauso aus.');
  await customer.fills(t('customer.thanksWords'), thanks);
  await customer.ticks(t('customer.shareable'));
  await customer.presses(t('customer.thanksSend'));
  await customer.isTold(t('flash.customer.thanks'));
  await customer.sees(t('customer.thanked'), thanks);
  expect(await customer.page.getByRole('button', { name: t('customer.thanksSend') }).count()).toBe(0);
}

async function closesHappily({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.toClose.heading'));
  await agent.sees(t('desk.toClose.line'), t('desk.toShelve.line'));
  await agent.follows(title);
  await agent.sees('Er ist da, und er sieht genauso aus.', thanks, t('timeline.agent.customer_thanked'));
  await agent.unfolds(t('appeal.close.open'));
  await agent.ticks(t('outcome.happy'));
  await agent.presses(t('appeal.close.send'));
  await agent.isTold(t('flash.close'));
  await agent.sees(t('timeline.agent.closed', { actor: 'Mira Anders', outcome: t('outcome.happy') }));
}

async function shelvesTheSecond({ people: { agent }, t }: Told): Promise<void> {
  await agent.unfolds(t('find.shelve.open'));
  await agent.sees(t('find.shelve.intro', { count: 1 }));
  await agent.fills(t('find.shelve.place'), 'Hamburg, Raum 2.14, neben dem Bildschirm');
  await agent.presses(t('find.shelve.send'));
  await agent.isTold(t('flash.shelve'));
  await agent.sees(t('timeline.agent.surplus_shelved', { count: 1, actor: 'Mira Anders' }));
}

async function everybodySeesTheEnd({ people: { agent, colleague, customer }, t }: Told): Promise<void> {
  for (const person of [agent, colleague]) {
    await person.follows(t('layout.shelf'));
    await person.reads(t('shelf.title'));
    await person.sees(
      title,
      t('spare.free', { count: 1 }),
      'Hamburg, Raum 2.14, neben dem Bildschirm',
      t('shelf.at', { name: 'Mira Anders' }),
    );
    await person.follows(t('layout.happyEnds'));
    await person.reads(t('happyEnds.title'));
    await person.reads(title);
    await person.sees(thanks);
    await person.mustNotSee('Annika', 'Sommer', 'Er ist da, und er sieht genauso aus.');
  }
  await colleague.opens('/my-finds');
  await colleague.sees(t('finds.next.shelved'), t('finds.thanks'), thanks);
  await customer.opens(customer.page.url());
  await customer.reads(t('customer.headline.item.closed_happy'));
}

async function tellsAnotherCustomerByMail(told: Told): Promise<void> {
  const { people, server, mailbox, language, t } = told;
  const { agent, customer } = people;
  await agent.follows(t('layout.newAppeal'));
  await agent.fills(t('form.headline'), 'Schneekugel mit Leuchtturm');
  await agent.fills(t('form.story'), 'Sie stand auf dem Nachttisch ihrer Großmutter.');
  await agent.selects(t('form.channel'), t('channel.email'));
  await agent.selects(t('form.customerLanguage'), t(`language.${language}`));
  await agent.fills(t('form.customerName'), 'Lena Brückner');
  await agent.fills(t('form.customerEmail'), 'lena.brueckner@kunde.example');
  await agent.presses(t('form.publish'));
  await agent.isTold(t('flash.published'));
  await agent.follows(t('appeal.newUpdate'));
  await agent.sees(t('update.to', { recipient: 'lena.brueckner@kunde.example', channel: t('channel.email') }));
  expect(await agent.field(t('update.subject')).inputValue()).toBe(
    t('message.subject', { title: 'Schneekugel mit Leuchtturm' }),
  );
  await agent.presses(t('update.sendMail'));
  await agent.isTold(t('flash.updateSent'));
  // Colleagues get mails as well.
  const toLena = ({ to }: { to: readonly string[] }) => to.join() === 'lena.brueckner@kunde.example';
  const { text } = await eventually('the mail', async () => server.taken.find(toLena));
  const mail = readable(text);
  expect(mail).toMatch(/^To: lena\.brueckner@kunde\.example\r?$/m);
  expect(mail).toContain(t('message.greeting.long', { name: 'Lena Brückner' }));
  const [statusUrl = ''] = /http:\S+\/status\/\S+/.exec(mail) ?? [];
  await customer.opens(statusUrl);
  await customer.reads(t('customer.headline.item.searching'));
  await customer.sees('Schneekugel mit Leuchtturm', unwilling[language]);
  if (!mailbox) return;
  const [, replyTo = ''] = /^Reply-To: <?([^\s<>]+)>?\r?$/im.exec(mail) ?? [];
  await mailbox.deliver(await answerTo(replyTo));
  await readsTheAnswer(told);
}

const answer = 'Im Sockel steht 1987, vielleicht hilft das.';

/** What a mail program makes of an answer: the words on top, what they answer below. */
function answerTo(replyTo: string): Promise<Buffer> {
  const text = `${answer}\n\nAm 1. Mai 2026 schrieb Fundus:\n> Guten Tag Lena Brückner,\n> danke für Ihre Nachricht.\n`;
  const from = 'Lena Brückner <lena.brueckner@kunde.example>';
  return rawMail({ from, to: replyTo, subject: 'Re: Ihre Suche: Schneekugel mit Leuchtturm', text });
}

/** The mailbox is read every minute. */
async function readsTheAnswer({ people: { agent, customer }, t }: Told): Promise<void> {
  const heading = agent.page.getByRole('heading', { name: t('desk.replies.heading') });
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
