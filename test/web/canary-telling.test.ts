import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import { channels, signOffOf } from '../../src/domain/channels';
import { languages } from '../../src/domain/languages';
import { updateTemplates } from '../../src/domain/update-template';
import { translator } from '../../src/i18n/translator';
import { assembleStory } from '../../src/messages/assemble-story';
import { houseTexts } from '../../src/messages/house-texts';
import { createMailer, type Mailer } from '../../src/messages/mailer';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { sendUpdate } from '../../src/messages/send-update';
import { sharedThanks } from '../../src/messages/shared-thanks';
import { textFor } from '../../src/messages/update-text';
import { link, paths } from '../../src/paths';
import { namesOf } from '../../src/people/accounts';
import type { Posting, Webhook } from '../../src/webhook/webhook';
import { startTestApp, type TestApp } from '../support/app';
import { by } from '../support/cases';
import { deliverDue } from '../support/outbox';
import { browser, signIn } from '../support/sign-in';
import { startMailServer } from '../support/smtp';
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
  'soughtName',
  'declinedQuestion',
  'agreedQuestion',
  'agreedWords',
  'openQuestion',
  'givenQuestion',
  'givenWords',
  'marks',
  'controlQuestion',
  'claimantName',
  'claimantContact',
  'claimWords',
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

it('a mail on its way says by no header whose case it is, nor of whom it comes in the house', async () => {
  const server = await startMailServer();
  const replyAddresses = createReplyAddresses(
    'a secret of the canary, 32 letters long',
    'Fundus <fundus@mail.example>',
  );
  const mailFrom = 'Fundus <fundus@mail.example>';
  const mailer = createMailer({ smtpUrl: server.url, mailFrom, outboxDir: '' });
  const { takenBack } = world.cases;
  await sendUpdate(by(world.people.agent, takenBack), { channel: 'email', subject: 'News', body: 'On its way.' }, null);
  await deliverDue({ mailer, replyAddresses, statusUrlOf: test.services.statusUrlOf });
  await server.stop();
  const [{ from = '', to = [], text = '' } = {}] = server.taken;
  const headers = text.slice(0, text.search(/\r?\n\r?\n/));
  const names = [...headers.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name.toLowerCase()).sort();
  expect(names).toEqual(
    ['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to'].sort(),
  );
  const withoutTo = headers.replace(/^To:.*$/m, '');
  const known = [...internal, 'customerName', 'handle', 'email', 'title', 'agentName'];
  expect([leaked(withoutTo + from, known), leaked(to.join(), ['email'])]).toEqual([[], ['email']]);
  const [, replyTo = ''] = /^Reply-To: <?([^\s<>]+)>?\r?$/im.exec(headers) ?? [];
  // The envelope's sender and the answer's address are the same signed one, and hold nothing but a number.
  expect([from, replyAddresses.provenIn(replyTo)]).toEqual([replyTo, [expect.stringMatching(/^[0-9a-f]{24}$/)]]);
  expect(withoutTo).not.toContain(takenBack.id);
});

it('a social media suite gets the text, and of the customer what stands in their channel anyway', async () => {
  const postings: Posting[] = [];
  const webhook: Webhook = async (posting) => {
    postings.push(posting);
    return '';
  };
  const { posted } = world.cases;
  const update = { channel: 'x', subject: '', body: 'We are looking!' } as const;
  await sendUpdate(by(world.people.agent, posted), update, null, 0, ['x']);
  const mailer = () => Promise.reject(new Error('this is no mail'));
  await deliverDue({ mailer, webhook, statusUrlOf: test.services.statusUrlOf });
  expect(postings.map(({ text }) => text)).toEqual(['We are looking!']);
  const { handle, inReplyTo, ...rest } = postings[0] ?? { handle: '', inReplyTo: '' };
  expect([leaked(handle, ['handle']), leaked(inReplyTo, ['postUrl'])]).toEqual([['handle'], ['postUrl']]);
  expect(leaked(JSON.stringify(rest), [...internal, 'customerName', 'handle', 'email', 'title', 'reply'])).toEqual([]);
});

it('the original of a mail is for agents alone', async () => {
  const { mailIds, people } = world;
  const read = async (who: TestAgent) => {
    const answers = [];
    for (const mailId of mailIds) answers.push(await who.get(link(paths.keptMailOriginal, { mailId })).buffer(true));
    return answers;
  };
  for (const name of ['colleague', 'finder', 'admin'] as const)
    for (const { status, text } of await read(await signIn(test.app, people[name])))
      expect([name, status, leaked(text, ['riddle', 'mailedReply', 'riddleSender'])]).toEqual([name, 403, []]);
  for (const { status } of await read(browser(test.app))) expect(status).toBe(303);
  const originals = await read(await signIn(test.app, people.agent));
  expect(originals.map(({ status }) => status)).toEqual(mailIds.map(() => 200));
  const files = originals.map(({ headers }) => headers['content-disposition']);
  expect(files.every((file) => /^attachment/.test(file ?? ''))).toBe(true);
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
