import type TestAgent from 'supertest/lib/agent';
import { messagesOf } from '../../src/messages/find-messages';
import type { Mailer } from '../../src/messages/mailer';
import { AccountModel } from '../../src/models/account';
import { CustomerModel } from '../../src/models/customer';
import { NoticeModel } from '../../src/models/notice';
import { mailNotices } from '../../src/notices/mail-notices';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { mailsIn } from '../support/outbox';
import { addressesIn } from '../support/reading';
import { browser, signIn } from '../support/sign-in';
import { createWorld, planted, type World } from '../support/world';
import { asBuffer, filesIn } from '../support/zip';

const company = ['colleague', 'admin', 'finder', 'agent'] as const;
const readers = ['nobody', ...company, 'customer', 'otherCustomer', 'whoIsAsked'] as const;
type Reader = (typeof readers)[number];

/** Who reads what was planted; whoever is not named must not. */
const meantFor: Record<string, readonly Reader[]> = {
  customerName: ['agent'],
  handle: ['agent'],
  email: ['agent'],
  address: ['agent'],
  originalWords: ['agent'],
  postUrl: ['agent'],

  title: [...company, 'customer'],
  story: company,
  // Whoever is asked learns who asks.
  agentName: [...company, 'whoIsAsked'],
  // Admins look after the accounts.
  agentEmail: ['agent', 'admin'],
  // Where to send the find that was accepted.
  agentPlace: ['agent', 'finder', 'admin'],
  shyName: company,
  finderName: company,
  finderEmail: ['finder', 'admin'],
  finderPlace: ['finder', 'admin'],
  // A helper who agreed is known to the customer by the first name.
  givenName: [...company, 'customer'],
  familyName: company,

  findPlace: ['agent', 'finder'],
  findWords: ['agent', 'finder'],
  handOverNumber: ['agent', 'finder'],
  declinedWords: ['agent', 'finder'],
  releasedWords: ['agent', 'finder'],
  shipmentNumber: ['agent', 'customer'],
  // What is to be seen goes with the photo; what a finder wrote of theirs stays in the house.
  alt: [...company, 'customer'],
  draftAlt: ['agent'],
  downAlt: ['agent', 'customer'],
  findAlt: ['agent', 'finder'],
  shownFindAlt: ['agent', 'finder'],
  spareAlt: company,
  sentAlt: ['agent', 'customer'],
  offeredAlt: company,
  entryAlt: company,
  leadOfThing: company,
  lookPlace: company,
  leadOfPerson: ['agent'],
  // What is known of a person sought is for agents, and what was agreed to pass on for their customer.
  soughtName: ['agent', 'admin'],
  declinedQuestion: ['agent'],
  agreedQuestion: ['agent'],
  agreedWords: ['agent'],
  openQuestion: ['agent', 'whoIsAsked'],
  givenQuestion: ['agent'],
  givenWords: ['agent', 'customer'],
  // What is withheld of a found thing, and who claims it.
  marks: ['agent'],
  controlQuestion: ['agent'],
  claimantName: ['agent'],
  claimantContact: ['agent'],
  claimWords: ['agent'],
  reporterName: ['agent'],
  reporterContact: ['agent'],
  reportWords: ['agent'],
  // The shelf is for all, with what the finder said of the thing.
  spareWords: company,
  shelfPlace: company,

  // What somebody could give away is for all; what became of a reservation, for those it concerns.
  offeredTitle: company,
  offeredWords: company,
  offeredPlace: company,
  offeredLabel: company,
  offeredValue: company,
  offeredTag: company,
  releasedSpareWords: ['agent', 'finder'],
  spareShipment: ['agent', 'customer'],
  entryName: company,
  entryWords: company,
  entryCampaign: company,

  updateSubject: ['agent'],
  updateBody: ['agent', 'customer'],
  stuckSubject: ['agent'],
  stuckBody: ['agent'],
  mailError: ['agent'],
  postedBody: ['agent', 'customer'],
  postedLink: ['agent'],
  toPostBody: ['agent'],
  reply: ['agent', 'customer'],
  thanksKept: ['agent', 'customer'],
  thanksShared: [...company, 'customer'],
  thanksTakenBack: ['agent', 'customer'],
  mailedReply: ['agent', 'otherCustomer'],
  mailedSubject: [],
  attachedName: [],
  attached: [],
  riddleSender: ['agent'],
  riddleSubject: ['agent'],
  riddle: ['agent'],
  // Only its beginning stands on the status page.
  correctedAddress: ['agent'],

  // Before the customer agrees, and when they do no longer, it is between them and the agent.
  askedTitle: ['agent', 'customer'],
  askedStory: ['agent', 'customer'],
  wishedChanges: ['agent', 'customer'],
  downTitle: ['agent', 'customer'],
  downStory: ['agent', 'customer'],
  downPlace: ['agent', 'customer'],
  downLook: ['agent'],

  draftTitle: ['agent'],
  draftStory: ['agent'],
  draftLabel: ['agent'],
  draftValue: ['agent'],
  draftPlace: ['agent'],
  draftTag: ['agent'],
  draftReward: ['agent'],
};

let test: TestApp;
let world: World;
let secrets: Record<string, string>;
const pages = {} as Record<Reader, string>;
beforeAll(async () => {
  test = await startTestApp();
  world = await createWorld(test);
  secrets = await secretsOf(world);
  for (const reader of readers) pages[reader] = await everythingReadBy(reader);
}, 400_000);
afterAll(() => test.stop());

/** Words nobody planted, and who may read them. */
async function secretsOf({ cases, tokens, people, inquiryToken }: World): Promise<Record<string, string>> {
  const { statusLink } = (await CustomerModel.findOne({ appeal: cases.mailed.id }).lean()) ?? {};
  const account = await AccountModel.findById(people.finder.id).lean();
  return {
    token: tokens.mailed,
    inquiryToken,
    nonce: statusLink?.nonce ?? '',
    tokenHash: statusLink?.hash ?? '',
    passwordHash: account?.passwordHash ?? '',
    sessionSecret: test.config.sessionSecret,
    findPhoto: cases.mailed.finds[0]?.photo?.id ?? '',
    blurredPhoto: cases.posted.photos[0]?.id ?? '',
    originalPhoto: cases.posted.photos[0]?.original?.id ?? '',
    downPhoto: cases.takenDown.photos[0]?.id ?? '',
    draftPhoto: cases.draft.photos[0]?.id ?? '',
    shownFindPhoto: cases.takenBack.finds[0]?.photo?.id ?? '',
    mailedPhoto: (await messagesOf(cases.personSought.id)).find(({ kind }) => kind === 'reply')?.photos[0]?.id ?? '',
    photoTakenBack: (await messagesOf(cases.takenBack.id))[0]?.photos[0]?.id ?? '',
  };
}

const secretsMeantFor: Record<string, readonly Reader[]> = {
  token: ['agent', 'customer'],
  inquiryToken: ['whoIsAsked'],
  nonce: [],
  tokenHash: [],
  passwordHash: [],
  sessionSecret: [],
  findPhoto: ['agent', 'finder'],
  blurredPhoto: [...company, 'customer'],
  originalPhoto: ['agent'],
  downPhoto: ['agent', 'customer'],
  draftPhoto: ['agent'],
  shownFindPhoto: ['agent', 'finder', 'customer'],
  photoTakenBack: ['agent', 'customer'],
  mailedPhoto: ['agent', 'otherCustomer'],
};

/** All pages, and the answers to requests that fail in every way. */
async function everythingReadBy(reader: Reader): Promise<string> {
  const visitor = await visitorFor(reader);
  const { personSought, ...others } = world.tokens;
  const links = { customer: Object.values(others), otherCustomer: [personSought], whoIsAsked: [world.inquiryToken] };
  const tokens = links[reader as keyof typeof links] ?? ['void'];
  const seen = [];
  const readable = addressesIn(world, tokens).filter((address) => !/\/photos\/[^/]+\/[^/]+$/.test(address));
  for (const address of readable) seen.push(withoutEcho(await textOf(visitor.get(address).redirects(0)), address));
  for (const [address, form] of failures(tokens))
    seen.push(await textOf(visitor.post(address).type('form').send(form)));
  return seen.join('\n').toLowerCase();
}

/** Where to go after signing in is what the reader asked for, and tells them nothing. */
function withoutEcho(answer: string, address: string): string {
  return answer.replaceAll(encodeURIComponent(address), '').replaceAll(address, '');
}

async function visitorFor(reader: Reader): Promise<TestAgent> {
  const { people } = world;
  return reader in people ? signIn(test.app, people[reader as keyof typeof people]) : browser(test.app);
}

async function textOf(request: ReturnType<TestAgent['get']>): Promise<string> {
  const { text = '', headers } = await request;
  return `${JSON.stringify(headers)}\n${text}`;
}

/** Conflicts tell what happened since a version; since the first, that is everything. */
function failures(tokens: readonly string[]): [string, Record<string, string>][] {
  const ids = Object.values(world.cases).map(({ id }) => id);
  const offer = { version: '0', quantity: '1', place: 'x', condition: 'good', words: '' };
  return [
    ...ids.flatMap((id): [string, Record<string, string>][] => [
      [link(paths.finds, { id }), { ...offer, quantity: '0' }],
      [link(paths.leads, { id }), { version: '0', words: '' }],
      [link(paths.hints, { id }), { version: '0', words: '' }],
      [link(paths.hints, { id }), { version: '0', intruder: 'x' }],
      [link(paths.claims, { id }), { version: '0', name: '', contact: '', words: '' }],
      [link(paths.marks, { id }), { version: '0', marks: '', question: '' }],
      [link(paths.disposal, { id }), { version: '0', way: 'donated', words: '' }],
      [link(paths.inquiries, { id }), { version: '0', email: 'nobody@fundus.example', words: 'Is it you?' }],
      [link(paths.closure, { id }), { version: '0', outcome: 'happy' }],
      [link(paths.publication, { id }), { version: '0', intruder: 'x' }],
      [link(paths.shipments, { id }), { version: '0', carrier: 'dhl', trackingNumber: '', quantity: '1' }],
      [link(paths.updates, { id }), { version: '0', template: 'found', subject: '', body: '' }],
    ]),
    ...shelfFailures(),
    [link(paths.finds, { id: world.cases.mailed.id }), offer],
    [link(paths.finds, { id: world.cases.happy.id }), offer],
    [link(paths.finds, { id: world.cases.personSought.id }), offer],
    ...tokens.flatMap((token): [string, Record<string, string>][] => [
      [link(paths.statusThanks, { token }), { words: 'Thanks', shareable: 'no' }],
      [link(paths.statusConsent, { token }), { shareable: 'no' }],
      [link(paths.statusAddress, { token }), { address: '' }],
      [link(paths.statusReplies, { token }), { words: '' }],
      [link(paths.statusChanges, { token }), { words: '' }],
      [link(paths.statusApproval, { token }), { version: '' }],
      [link(paths.statusDelivery, { token }), {}],
      [link(paths.inquiryAnswer, { token }), { answer: 'yes', shared: '' }],
    ]),
  ];
}

/** What the shelf and the catalogue refuse. */
function shelfFailures(): [string, Record<string, string>][] {
  const { offeredId: spareId, entryId, cases } = world;
  const [find = { id: 'none' }] = cases.taken.finds;
  const ofFind = { id: cases.taken.id, findId: find.id };
  return [
    [link(paths.shelf, {}), { title: '' }],
    [link(paths.editSpare, { spareId }), { title: '' }],
    [link(paths.spareGifts, { spareId }), { quantity: '99' }],
    [link(paths.spareReservations, { spareId }), { appealId: cases.taken.id, quantity: '1' }],
    [link(paths.reservations, { id: cases.taken.id }), { spareId, quantity: '1', version: '0' }],
    [link(paths.reservationRelease, ofFind), { words: '', version: '0' }],
    [link(paths.spareHandOver, ofFind), { to: 'desk', version: '0' }],
    [link(paths.editEntry, { entryId }), { name: '', version: '0' }],
  ];
}

describe.each(readers)('%s', (reader) => {
  it('reads what is meant for them, and nothing else', () => {
    const names = Object.keys(meantFor);
    const read = names.filter((name) => pages[reader].includes(planted(name)));
    expect(read).toEqual(names.filter((name) => meantFor[name]?.includes(reader)));
  });

  it('reads no secret but those they hold', () => {
    const names = Object.keys(secretsMeantFor);
    const read = names.filter((name) => pages[reader].includes((secrets[name] ?? 'missing').toLowerCase()));
    expect(read).toEqual(names.filter((name) => secretsMeantFor[name]?.includes(reader)));
  });
});

describe('the file a customer takes home', () => {
  it('holds what is theirs, and nothing else', async () => {
    const { mailed } = world.tokens;
    const { body } = await browser(test.app)
      .post(link(paths.statusData, { token: mailed }))
      .buffer(true)
      .parse(asBuffer);
    const told = String((await filesIn(body as Buffer)).get('data.json')).toLowerCase();
    expect(Object.keys(meantFor).filter((name) => told.includes(planted(name)))).toEqual([
      ...['customerName', 'handle', 'email', 'address', 'originalWords', 'postUrl', 'title', 'shipmentNumber'],
      ...['updateSubject', 'updateBody', 'reply', 'thanksKept'],
    ]);
    expect(Object.keys(secrets).filter((name) => told.includes((secrets[name] ?? 'missing').toLowerCase()))).toEqual([
      'token',
    ]);
  });
});

describe('the file an agent makes for a customer', () => {
  const fileOf = async ({ id }: { id: string }) => {
    const agent = await signIn(test.app, world.people.agent);
    const { body } = await agent.post(link(paths.customerData, { id })).buffer(true).parse(asBuffer).expect(200);
    return filesIn(body as Buffer);
  };
  const toldIn = async (appeal: { id: string }) => {
    const all = [...(await fileOf(appeal))]
      .map(([name, bytes]) => `${name}\n${String(bytes)}`.toLowerCase())
      .join('\n');
    return [...Object.keys(meantFor), ...Object.keys(secrets)].filter((name) =>
      all.includes((secrets[name] ?? planted(name)).toLowerCase().slice(0, name.endsWith('Photo') ? 16 : undefined)),
    );
  };
  const own = ['customerName', 'handle', 'email', 'address', 'originalWords', 'postUrl'];

  it('holds all that is theirs, and nothing of any colleague', async () => {
    expect(await toldIn(world.cases.mailed)).toEqual([
      ...own,
      ...['title', 'story', 'shipmentNumber', 'updateSubject', 'updateBody', 'reply', 'thanksKept', 'token'],
    ]);
    const without = own.filter((name) => name !== 'address');
    expect(await toldIn(world.cases.posted)).toEqual([
      ...without,
      ...['alt', 'postedBody', 'correctedAddress', 'blurredPhoto', 'originalPhoto'],
    ]);
  });

  it('holds their mails as they came, and of a person sought only what was passed on', async () => {
    expect(await toldIn(world.cases.personSought)).toEqual([
      ...own,
      // What is attached is in the mail, in the encoding in which it came.
      ...['mailedReply', 'mailedSubject', 'attachedName', 'mailedPhoto'],
    ]);
    expect(await toldIn(world.cases.personGiven)).toEqual([...own, 'givenWords']);
    expect(await toldIn(world.cases.thingFound)).toEqual(own);
  });

  it('names its fields in the words of their language', async () => {
    const data = JSON.parse(String((await fileOf(world.cases.mailed)).get('data.json')));
    expect(data['Your details']).toMatchObject({ name: planted('customerName'), 'postal address': planted('address') });
    expect(data.Request).toMatchObject({ title: planted('title'), description: planted('story') });
  });
});

describe('a mail', () => {
  it('tells the customer what was written to them, and nothing else', async () => {
    const mails = await mailsIn(test.config.dataDir);
    const told = Object.keys(meantFor).filter((name) => mails.join('\n').toLowerCase().includes(planted(name)));
    expect(mails).toHaveLength(1);
    expect(told).toEqual(['email', 'updateSubject', 'updateBody']);
    expect(Object.keys(secrets).filter((name) => mails[0]?.includes(secrets[name] ?? ''))).toEqual(['token']);
  });
});

describe('the mail to somebody who may be sought', () => {
  it('tells where to answer, and nothing else', () => {
    expect(world.inquiryMails.length).toBeGreaterThan(2);
    for (const { to, ...said } of world.inquiryMails) {
      // They are greeted by their own name.
      const own = toldIn(to);
      expect(toldIn(said).filter((name) => !own.includes(name) && name !== 'inquiryToken')).toEqual([]);
    }
    expect(toldIn(world.inquiryMails)).toContain('inquiryToken');
  });
});

describe('a notice by mail', () => {
  it('tells its recipient what they may read, and nothing else', async () => {
    await NoticeModel.updateMany({}, { $set: { 'mail.dueAt': new Date() } });
    const mails: Parameters<Mailer>[0][] = [];
    const { unsubscribeLinks } = test.services;
    await mailNotices({
      unsubscribeLinks,
      mailer: async (mail) => void mails.push(mail),
      appealUrlOf: (id) => `https://fundus.example/appeals/${id}`,
      unsubscribeUrlOf: (letter) => `https://fundus.example/unsubscribe/${letter}`,
      wishesUrl: 'https://fundus.example/profile/notices',
    });
    const { agent } = world.people;
    const agents = mails.filter(({ to }) => String(to).includes(agent.email));
    const others = mails.filter((mail) => !agents.includes(mail));
    expect([agents.length, others.length].every((count) => count > 0)).toBe(true);
    expect(wordsIn(others)).toContain('title');
    expect(wordsIn(others).filter((name) => !meantFor[name]?.includes('colleague'))).toEqual([]);
    expect(wordsIn(agents).filter((name) => !meantFor[name]?.includes('agent'))).toEqual([]);
  });
});

/** @returns the names of what mails say, their recipients' own addresses apart */
function wordsIn(mails: readonly Parameters<Mailer>[0][]): string[] {
  return toldIn(mails.map(({ to: _, ...mail }) => mail));
}

/** @returns the names of what was planted that stands in something, secrets too */
function toldIn(something: unknown): string[] {
  const text = JSON.stringify(something).toLowerCase();
  const words = Object.keys(meantFor).filter((name) => text.includes(planted(name)));
  return [
    ...words,
    ...Object.keys(secrets).filter((name) => text.includes((secrets[name] ?? 'missing').toLowerCase())),
  ];
}

describe('the log', () => {
  it('is empty after all this', () => {
    expect(test.faults).toEqual([]);
  });

  it('says nothing of what a request was about when it fails', async () => {
    const live = test.configured({
      NODE_ENV: 'production',
      BASE_URL: 'https://fundus.example',
      SESSION_SECRET: test.config.sessionSecret,
    });
    const fault = jest.spyOn(CustomerModel, 'findOne').mockImplementation(() => {
      throw new Error(`no server for ${planted('email')}`);
    });
    const { text } = await browser(live)
      .get(link(paths.status, { token: secrets.token ?? '' }))
      .expect(500);
    fault.mockRestore();
    const [line = '', ...others] = test.faults.splice(0);
    expect([JSON.parse(line).msg, others]).toEqual(['request failed', []]);
    for (const secret of [planted('email'), secrets.token ?? '']) expect(line + text).not.toContain(secret);
  });
});
