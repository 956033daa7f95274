import type { Browser } from 'playwright-core';
import { translator } from '../../src/i18n/translator';
import { eventually } from '../support/eventually';
import { readable } from '../support/outbox';
import { describeInBrowser, launchChromium } from './support/browser';
import { onStage, type Setting, type Stage } from './support/stage';

const title = 'Mit karierter Werkzeugtasche';
const story = 'An einem verregneten Dienstag war jemand von uns in der Nordstadt. Wer weiß mehr?';
const originalWords = 'Stefan heißt er, ich würde ihn so gern wiedersehen.';
const hintWords = 'Das war bestimmt unser Kollege aus der Kantstraße.';
const question = 'Eine Kundin aus der Nordstadt möchte sich bei dir bedanken.';
const agreed = 'Stefan, 0170 000000, abends nach sechs.';

const cast = {
  agent: { email: 'mira@fundus.example', called: 'Mira Anders', roles: ['agent'] },
  colleague: { email: 'paul@fundus.example', called: 'Paul Lindner' },
  other: { email: 'ella@fundus.example', called: 'Ella Winter' },
  technician: { email: 'stefan@fundus.example', called: 'Stefan Berg' },
  // Has an account, but answers on a phone where nobody is signed in.
  phone: {},
  customer: {},
} as const;
type Told = Stage<keyof typeof cast> & { t: ReturnType<typeof translator> };

let browser: Browser;

describeInBrowser('the story of the service technician', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each<[string, Setting]>([
    ['in German, with JavaScript', { language: 'de', javaScriptEnabled: true }],
    ['in English, without JavaScript', { language: 'en', javaScriptEnabled: false }],
  ])(
    '%s: hinted at, asked, agreed, passed on, and told to nobody else',
    (_, setting) =>
      onStage(browser, setting, cast, (stage) => play({ ...stage, t: translator(setting.language) }, setting)),
    360_000,
  );
});

async function play(told: Told, setting: Setting): Promise<void> {
  await opensTheSearch(told, setting);
  const statusUrl = await linkOfTheCustomer(told);
  await givesAHint(told);
  await learnsNothing(told);
  await asksWhoeverMayBeTheOne(told);
  await waitsForAnAnswer(told, statusUrl);
  await answersOnce(told);
  await passesItOn(told);
  await readsWhatWasAgreed(told, statusUrl);
  await closesTheSearch(told);
  await optsOut(told);
}

async function opensTheSearch({ people: { agent }, t }: Told, { language }: Setting): Promise<void> {
  await agent.follows(t('layout.newAppeal'));
  await agent.ticks(t('form.personHint'));
  await agent.fills(t('form.headline'), title);
  await agent.fills(t('form.story'), story);
  await agent.fills(t('form.place'), 'Hannover, Nordstadt');
  await agent.fills(t('form.originalWords'), originalWords);
  await agent.selects(t('form.channel'), t('channel.facebook'));
  await agent.selects(t('form.customerLanguage'), t(`language.${language}`));
  await agent.fills(t('form.customerName'), 'Marlene Vogt');
  await agent.presses(t('form.publish'));
  await agent.isTold(t('flash.published'));
  await agent.sees(t('person.noHints'), originalWords);
}

async function linkOfTheCustomer({ people: { agent } }: Told): Promise<string> {
  const links = agent.page.locator('a[href*="/status/"]');
  return (await links.first().getAttribute('href')) ?? '';
}

async function givesAHint({ people: { colleague }, t }: Told): Promise<void> {
  await colleague.opens('/');
  await colleague.follows(title);
  await colleague.sees(story);
  await colleague.mustNotSee(originalWords, 'Marlene', 'Vogt', 'Stefan');
  await colleague.unfolds(t('person.hint.open'));
  await colleague.sees(t('person.hint.wordsHint'));
  await colleague.fills(t('person.hint.words'), hintWords);
  await colleague.presses(t('person.hint.send'));
  await colleague.isTold(t('flash.hint'));
  await colleague.mustNotSee(hintWords);
}

async function learnsNothing({ people: { other }, t }: Told): Promise<void> {
  await other.opens('/');
  await other.follows(title);
  await other.sees(story);
  await other.mustNotSee(hintWords, t('person.hints'), originalWords);
  for (const name of ['Stefan', 'Marlene']) {
    await other.opens(`/?q=${name}`);
    await other.mustNotSee(title);
  }
}

async function asksWhoeverMayBeTheOne({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.hints.heading'));
  await agent.follows(title);
  await agent.sees(hintWords, t('person.hintBy', { name: 'Paul Lindner' }));
  await agent.unfolds(t('person.ask.open'));
  await agent.fills(t('person.ask.email'), 'stefan@elsewhere.example');
  await agent.fills(t('person.ask.words'), question);
  await agent.presses(t('person.ask.send'));
  await agent.isRefused(t('refusal.cannotBeAsked'));
  expect(await agent.field(t('person.ask.words')).inputValue()).toBe(question);
  await agent.fills(t('person.ask.email'), 'stefan@fundus.example');
  await agent.presses(t('person.ask.send'));
  await agent.isTold(t('flash.soughtAsked'));
  await agent.sees(t('person.asked', { name: 'Stefan Berg' }), t('person.state.open'));
}

async function waitsForAnAnswer({ people: { customer }, t }: Told, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.reads(t('customer.headline.person.searching'));
  await customer.mustNotSee('Stefan', 'Paul', 'Mira', hintWords, question);
}

async function answersOnce({ people: { phone }, server, t }: Told): Promise<void> {
  const toStefan = ({ to }: { to: readonly string[] }) => to.join() === 'stefan@fundus.example';
  const { text } = await eventually('the mail', async () => server.taken.find(toStefan));
  const mail = readable(text);
  for (const secret of [question, title, hintWords, 'Marlene']) expect(mail).not.toContain(secret);
  const [url = ''] = /http:\S+\/inquiry\/[\w-]+/.exec(mail) ?? [];
  await phone.opens(url);
  await phone.reads(t('inquiry.title'));
  await phone.sees(question, t('inquiry.free'), t('inquiry.silence'));
  await phone.mustNotSee('Marlene', 'Vogt', originalWords, hintWords, 'Paul');
  await phone.ticks(t('inquiry.choice.yes'));
  await phone.presses(t('inquiry.send'));
  await phone.isRefused(t('inquiry.sharedMissing'));
  await phone.fills(t('inquiry.shared'), agreed);
  await phone.presses(t('inquiry.send'));
  await phone.isTold(t('flash.inquiryAnswered'));
  await phone.reads(t('inquiry.answered'));
  await phone.opens(url);
  await phone.reads(t('inquiry.answered'));
  await phone.mustNotSee(question, agreed);
}

async function passesItOn({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.soughtAnswered.heading'));
  await agent.follows(title);
  await agent.sees(t('person.state.yes'), agreed);
  await agent.presses(t('person.share'));
  await agent.isTold(t('flash.contactShared'));
  await agent.sees(t('person.shared'));
}

async function readsWhatWasAgreed({ people: { customer }, t }: Told, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.reads(t('customer.given'));
  await customer.sees(agreed);
  await customer.mustNotSee('Berg', 'Paul', 'Lindner', hintWords, question);
}

async function closesTheSearch({ people: { agent, colleague }, t }: Told): Promise<void> {
  await agent.unfolds(t('appeal.close.open'));
  await agent.ticks(t('outcome.happy'));
  await agent.presses(t('appeal.close.send'));
  await agent.isTold(t('flash.close'));
  await colleague.opens('/?status=closed');
  await colleague.follows(title);
  await colleague.sees(t('timeline.colleague.ended', { actor: 'Mira Anders' }));
  const told = t('timeline.colleague.closed', { actor: 'Mira Anders', outcome: t('outcome.happy') });
  await colleague.mustNotSee(told, agreed, hintWords);
  await colleague.opens('/happy-ends');
  await colleague.mustNotSee(title);
}

async function optsOut({ people: { technician }, t }: Told): Promise<void> {
  await technician.opens('/profile');
  await technician.ticks(t('profile.neverSought'));
  await technician.presses(t('common.save'));
  await technician.isTold(t('flash.profileSaved'));
}
