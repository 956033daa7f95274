import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import { channels, signOffOf } from '../../src/domain/channels';
import { languages } from '../../src/domain/languages';
import { updateTemplates } from '../../src/domain/update-template';
import { translator } from '../../src/i18n/translator';
import { assembleStory } from '../../src/messages/assemble-story';
import { houseTexts } from '../../src/messages/house-texts';
import type { Mailer } from '../../src/messages/mailer';
import { sendUpdate } from '../../src/messages/send-update';
import { sharedThanks } from '../../src/messages/shared-thanks';
import { textFor } from '../../src/messages/update-text';
import { namesOf } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by } from '../support/cases';
import { deliverDue } from '../support/outbox';
import { createWorld, planted, type World } from '../support/world';

/** Words that stand in the house and must not leave it, whatever is written to whomever. */
const internal = [
  'agentName',
  'agentEmail',
  'agentPlace',
  'shyName',
  'finderName',
  'finderEmail',
  'finderPlace',
  'familyName',
  'findPlace',
  'findWords',
  'handOverNumber',
  'declinedWords',
  'releasedWords',
  'leadOfThing',
  'lookPlace',
  'leadOfPerson',
  'spareWords',
  'shelfPlace',
  'story',
  'originalWords',
  'address',
  'mailError',
];

let test: TestApp;
let world: World;
beforeAll(async () => {
  test = await startTestApp();
  world = await createWorld(test);
}, 120_000);
afterAll(() => test.stop());

const leaked = (text: string, names: readonly string[] = internal) =>
  names.filter((name) => text.toLowerCase().includes(planted(name)));

const every = updateTemplates.flatMap((template) =>
  channels.flatMap((channel) => languages.map((language) => ({ template, channel, language }))),
);

it('no template says more to a customer than is theirs to know, in any channel', async () => {
  for (const { id } of Object.values(world.cases)) {
    const [appeal, customer] = [await appealFor(world.people.agent, id), await customerOf(id)];
    if (!customer) throw new Error('the case has no customer');
    for (const { template, channel, language } of every) {
      const writing = { template, channel, texts: await houseTexts(language), statusUrl: null };
      const signOff = signOffOf(world.people.agent.name);
      const { subject, body } = textFor(appeal, { ...customer, language }, { ...writing, signOff });
      expect([template, channel, leaked(subject + body)]).toEqual([template, channel, []]);
      // Where everybody reads along, the customer is known by their handle alone.
      const open = channel === 'x' ? ['customerName', 'email'] : ['email'];
      expect(leaked(subject + body, open)).toEqual([]);
    }
  }
});

it('nothing of a mail but its words and its address is about anybody: headers, text and HTML', async () => {
  const mails: Parameters<Mailer>[0][] = [];
  const { mailed } = world.cases;
  const update = { channel: 'email', subject: 'News', body: 'We found one.' } as const;
  await sendUpdate(by(world.people.agent, mailed), update, null);
  const mailer: Mailer = async (mail) => void mails.push(mail);
  await deliverDue({ mailer, statusUrlOf: test.services.statusUrlOf });
  const own = mails.filter(({ text }) => text === 'We found one.');
  expect(own).toHaveLength(1);
  const { to, ...rest } = own[0] ?? {};
  expect(leaked(JSON.stringify(rest), [...internal, 'customerName', 'handle', 'email', 'title'])).toEqual([]);
  expect(leaked(String(to), ['email'])).toEqual(['email']);
});

it('a story names no customer, and nothing internal but those who gave, to colleagues', async () => {
  const { happy } = world.cases;
  const appeal = await appealFor(world.people.agent, happy.id);
  const shared = [...(await sharedThanks([appeal])).values()][0] ?? null;
  const names = await namesOf(appeal.finds.map(({ finder }) => finder));
  const story = assembleStory(appeal, {
    t: translator('en'),
    names,
    thanks: { internal: shared, public: null },
  });
  const customer = ['customerName', 'handle', 'email', 'address', 'originalWords', 'postUrl'];
  expect(leaked(Object.values(story).join('\n'), customer)).toEqual([]);
  const { intranet, ...open } = story;
  expect(leaked(Object.values(open).join('\n'), [...internal, 'givenName', 'thanksShared'])).toEqual([]);
  expect(leaked(intranet, ['givenName', 'thanksShared', 'spareWords', 'shelfPlace'])).toEqual([
    'givenName',
    'thanksShared',
  ]);
});
