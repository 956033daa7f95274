import type { Browser } from 'playwright-core';
import { demoPhoto } from '../../scripts/demo/demo-photo';
import { translator } from '../../src/i18n/translator';
import { describeInBrowser, launchChromium } from './support/browser';
import { onStage, type Setting, type Stage } from './support/stage';

const title = 'Schwarzes Telefon von der Bank vor Halle 3';
const story = 'Nach der Messe lag es dort, der Akku ist leer. Wer hat mit Gästen gesprochen?';
const marks = 'Aufkleber mit Leuchtturm unter der Hülle';
const question = 'Was klebt unter der Hülle?';
const heard = 'Ein Paar aus Porto hat an unserem Stand danach gefragt.';
const contact = 'ana.sousa@visitor.example';

const cast = {
  agent: { email: 'mira@fundus.example', called: 'Mira Anders', roles: ['agent'] },
  second: { email: 'jonas@fundus.example', called: 'Jonas Keller', roles: ['agent'] },
  colleague: { email: 'nora@fundus.example', called: 'Nora Brandt' },
  other: { email: 'ella@fundus.example', called: 'Ella Winter' },
  customer: {},
} as const;
type Told = Stage<keyof typeof cast> & Pick<Setting, 'language'> & { t: ReturnType<typeof translator> };

let browser: Browser;
let photo: Buffer;

describeInBrowser('the story of the forgotten phone', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    photo = (await demoPhoto('cracked-phone')).bytes;
  }, 120_000);
  afterAll(() => browser?.close());

  test.each<[string, Setting]>([
    ['in German, with JavaScript', { language: 'de', javaScriptEnabled: true }],
    ['in English, without JavaScript', { language: 'en', javaScriptEnabled: false }],
  ])(
    '%s: found, claimed, checked, released by a second agent, and handed over against a receipt',
    (_, setting) =>
      onStage(browser, setting, cast, (stage) =>
        play({ ...stage, language: setting.language, t: translator(setting.language) }),
      ),
    360_000,
  );
});

async function play(told: Told): Promise<void> {
  const statusUrl = await opensTheSearch(told);
  await withholdsTheMarks(told);
  await passesOnWhoseItIs(told);
  await learnsNothing(told);
  await checksTheAnswer(told);
  await releasesIt(told);
  await printsTheReceipt(told);
  await handsItOver(told);
  await readsTheEnd(told, statusUrl);
}

/** @returns the link of the visitor who wrote to us */
async function opensTheSearch({ people: { agent }, language, t }: Told): Promise<string> {
  await agent.follows(t('layout.newAppeal'));
  await agent.ticks(t('form.ownerHint'));
  await agent.fills(t('form.headline'), title);
  await agent.fills(t('form.story'), story);
  await agent.attaches(t('form.photos'), { name: 'Telefon.jpg', mimeType: 'image/jpeg', buffer: photo });
  await agent.fills(t('form.place'), 'Hannover, Halle 3');
  await agent.fills(t('form.hashtags'), '#sendithome');
  await agent.selects(t('form.customerLanguage'), t(`language.${language}`));
  await agent.presses(t('form.publish'));
  await agent.isTold(t('flash.published'));
  await agent.sees(t('owner.noClaims'), t('owner.keptUntil'));
  return (await agent.page.locator('a[href*="/status/"]').first().getAttribute('href')) ?? '';
}

async function withholdsTheMarks({ people: { agent }, t }: Told): Promise<void> {
  await agent.unfolds(t('owner.writeMarks'));
  await agent.fills(t('owner.marks'), marks);
  await agent.fills(t('owner.question'), question);
  await agent.presses(t('common.save'));
  await agent.isTold(t('flash.marks'));
  await agent.sees(marks, question);
}

async function passesOnWhoseItIs({ people: { colleague }, t }: Told): Promise<void> {
  await colleague.opens('/?q=%23sendithome');
  await colleague.follows(title);
  await colleague.sees(story);
  await colleague.mustNotSee(marks, question);
  await colleague.unfolds(t('owner.claim.open'));
  await colleague.fills(t('owner.claim.name'), 'Ana Sousa');
  await colleague.fills(t('owner.claim.contact'), contact);
  await colleague.fills(t('owner.claim.words'), heard);
  await colleague.presses(t('owner.claim.send'));
  await colleague.isTold(t('flash.claim'));
  await colleague.mustNotSee('Ana Sousa', contact, heard);
}

async function learnsNothing({ people: { other } }: Told): Promise<void> {
  await other.opens('/');
  await other.follows(title);
  await other.sees(story);
  await other.mustNotSee('Ana Sousa', contact, heard, marks, question);
  for (const word of ['Leuchtturm', 'Sousa', 'Porto']) {
    await other.opens(`/?q=${word}`);
    await other.mustNotSee(title);
  }
}

async function checksTheAnswer({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.reads(t('desk.claims.heading'));
  await agent.follows(title);
  await agent.sees('Ana Sousa', contact, heard, t('owner.claimBy', { name: 'Nora Brandt' }));
  await agent.presses(t('owner.right'));
  await agent.isTold(t('flash.claimJudged'));
  await agent.sees(t('owner.answeredRight'), t('owner.needsAnother'));
  expect(await agent.page.getByRole('button', { name: t('owner.release'), exact: true }).count()).toBe(0);
}

async function releasesIt({ people: { second }, t }: Told): Promise<void> {
  await second.follows(t('layout.desk'));
  await second.reads(t('desk.toRelease.heading'));
  await second.follows(title);
  await second.mustNotSee(t('owner.release'));
  await second.unfolds(t('audit.ask.title'));
  await second.ticks(t('audit.reason.second_agent'));
  await second.presses(t('audit.ask.open'));
  await second.sees(t('owner.judgedBy', { name: 'Mira Anders' }));
  await second.presses(t('owner.release'));
  await second.isTold(t('flash.claimReleased'));
  await second.sees(t('owner.releasedBy', { name: 'Jonas Keller' }));
}

async function printsTheReceipt({ people: { agent }, t }: Told): Promise<void> {
  await agent.follows(t('layout.desk'));
  await agent.follows(title);
  await agent.follows(t('print.handOver.title'));
  await agent.reads(t('print.handOver.heading'));
  await agent.sees('Ana Sousa', 'Mira Anders', 'Jonas Keller', t('print.handOver.receives'));
  await agent.mustNotSee(marks, question, contact);
  await agent.follows(t('print.back'));
}

async function handsItOver({ people: { agent, colleague }, t }: Told): Promise<void> {
  await agent.presses(t('owner.handOver'));
  await agent.isTold(t('flash.handedToOwner'));
  await agent.unfolds(t('appeal.close.open'));
  await agent.presses(t('appeal.close.send'));
  await agent.isTold(t('flash.close'));
  await colleague.opens('/?status=closed');
  await colleague.follows(title);
  await colleague.sees(t('timeline.colleague.handed_to_owner', { actor: 'Mira Anders' }));
  await colleague.mustNotSee('Ana Sousa', contact, marks);
}

async function readsTheEnd({ people: { customer }, t }: Told, statusUrl: string): Promise<void> {
  await customer.opens(statusUrl);
  await customer.sees(t('customer.headline.owner.closed_happy'));
  await customer.mustNotSee('Ana Sousa', 'Nora', 'Jonas', marks, question);
}
