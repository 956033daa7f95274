import { randomBytes } from 'node:crypto';
import { acceptFind } from '../../src/appeals/accept-find';
import { blurPhoto } from '../../src/appeals/blur-photo';
import { close } from '../../src/appeals/close';
import { declineFind } from '../../src/appeals/decline-find';
import { appealFor } from '../../src/appeals/find-appeals';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { look } from '../../src/appeals/look';
import { offerFind } from '../../src/appeals/offer-find';
import { releaseFind } from '../../src/appeals/release-find';
import { awaitForm } from '../../src/appeals/waiting-photos';
import type { SentAhead, Upload } from '../../src/appeals/with-photos';
import { createEntry } from '../../src/catalogue/create-entry';
import { linkAppeal, linkSpare } from '../../src/catalogue/link';
import { correctAddress } from '../../src/customers/delivery-address';
import { requestDeletion } from '../../src/customers/request-deletion';
import { withdrawApproval } from '../../src/customers/withdraw-approval';
import { withdrawConsent } from '../../src/customers/withdraw-consent';
import type { Actor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import { pictureIdsOf } from '../../src/domain/photo';
import { foundThingOf } from '../../src/found/found-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { keepMarks } from '../../src/found/keep-marks';
import { makeClaim } from '../../src/found/make-claim';
import { releaseClaim } from '../../src/found/release-claim';
import { takeIn } from '../../src/inbox/take-in';
import { count } from '../../src/insights/count';
import { fingerprintsTaken } from '../../src/matching/take-fingerprints';
import { messagesOf } from '../../src/messages/find-messages';
import type { Mailer } from '../../src/messages/mailer';
import { markPosted } from '../../src/messages/mark-posted';
import { receiveReply, receiveThanks, receiveWishes } from '../../src/messages/receive-words';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { sendUpdate } from '../../src/messages/send-update';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { deriveNotices } from '../../src/notices/derive';
import type { Account } from '../../src/people/accounts';
import { handOverSpare } from '../../src/shelf/hand-over-spare';
import { releaseReservation } from '../../src/shelf/release-reservation';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { shelveFind } from '../../src/shelf/shelve-find';
import { answerInquiry } from '../../src/sought/answer-inquiry';
import { giveHint } from '../../src/sought/give-hint';
import { shareAgreed } from '../../src/sought/share-agreed';
import type { TestApp } from './app';
import { by, casesOf, customerOfCase, findIn, newFind, tokenOf } from './cases';
import { entryWords } from './entries';
import { eventually } from './eventually';
import { admin, agent, colleague, agent as newAgent } from './factories';
import { reported } from './found';
import { rawMail } from './mails';
import { deliverDue, mailsIn } from './outbox';
import { answeredBy, asked as askedPerson } from './persons';
import { photo, twoColours } from './photos';
import { spareOn } from './spares';

/** What stands in each field of the world: a word that stands nowhere else. */
export const planted = (name: string): string => `canary${name.toLowerCase()}${run}`;
const run = randomBytes(4).toString('hex');

/** @returns in which fields of the world stands what a text says, in small letters, each once and in order of the alphabet */
export function fieldsToldIn(text: string): string[] {
  const told = [...text.toLowerCase().matchAll(new RegExp(`canary([a-z]+?)${run}`, 'g'))];
  return [...new Set(told.map(([, name = '']) => name))].sort();
}

/** Cases into which their customer may look. */
type OpenCase =
  | 'mailed'
  | 'posted'
  | 'personSought'
  | 'personAsked'
  | 'personGiven'
  | 'thingFound'
  | 'happy'
  | 'takenBack'
  | 'taken'
  | 'asked'
  | 'takenDown';

/** Cases of every kind and course, every field of which holds a word of its own. */
export interface World {
  people: Record<'agent' | 'finder' | 'helper' | 'colleague' | 'admin' | 'sought', Account>;
  cases: Record<OpenCase | 'draft', Appeal>;
  /** By the same names, but the draft's, which opens nothing. */
  tokens: Record<OpenCase, string>;
  /** Ids of all photos. */
  photos: string[];
  spareId: string;
  /** A spare the finder has offered freely, and of which the case `taken` has a piece. */
  offeredId: string;
  entryId: string;
  /** Photos the agent, and the customer of the case `mailed`, have sent ahead of a form. */
  waitingIds: string[];
  /** Ids of the mails that are kept. */
  mailIds: string[];
  /** In the link of somebody who is asked whether they are sought, and has not answered. */
  inquiryToken: string;
  /** What was mailed to those who were asked. */
  inquiryMails: Parameters<Mailer>[0][];
}

const customer = {
  name: planted('customerName'),
  handle: planted('handle'),
  email: `${planted('email')}@customers.example`,
  address: planted('address'),
  language: 'en' as const,
  originalWords: planted('originalWords'),
  postUrl: `https://social.example/${planted('postUrl')}`,
};

/** Makes the world through the real verbs. */
export async function createWorld(test: TestApp): Promise<World> {
  const people = {
    agent: await agent({
      name: `Ada ${planted('agentName')}`,
      email: `${planted('agentEmail')}@a.example`,
      place: planted('agentPlace'),
    }),
    finder: await colleague({
      name: `${planted('shyName')} ${planted('finderName')}`,
      email: `${planted('finderEmail')}@a.example`,
      place: planted('finderPlace'),
    }),
    helper: await colleague({ name: `${planted('givenName')} ${planted('familyName')}` }),
    colleague: await colleague(),
    admin: await admin(),
    sought: await colleague({ name: planted('soughtName') }),
  };
  const inquiryMails: World['inquiryMails'] = [];
  const mailer: Mailer = async (mail) => void inquiryMails.push(mail);
  const shelf = await offeredSpare(test, people);
  const cases = {
    mailed: await mailed(test, people),
    posted: await posted(test, people),
    personSought: await personSought(test, people, mailer),
    personAsked: await casesOf(test.services, people).searching({ appeal: { kind: 'person' }, customer }),
    personGiven: await personGiven(test, people),
    thingFound: await thingFound(test, people),
    draft: await draft(test, people),
    happy: await happy(test, people),
    takenBack: await takenBack(test, people),
    taken: await taken(test, people, shelf),
    asked: await asked(test, people),
    takenDown: await takenDown(test, people),
  };
  const { draft: _, asked: __, takenDown: ___, ...published } = cases;
  for (const { id } of Object.values(published)) await follow(people.colleague, id);
  await count(test.config.calendar);
  const token = (appeal: Appeal) => tokenOf(test.services, appeal);
  const tokens = {
    mailed: await token(cases.mailed),
    posted: await token(cases.posted),
    personSought: await token(cases.personSought),
    personAsked: await token(cases.personAsked),
    personGiven: await token(cases.personGiven),
    thingFound: await token(cases.thingFound),
    happy: await token(cases.happy),
    takenBack: await token(cases.takenBack),
    taken: await token(cases.taken),
    asked: await token(cases.asked),
    takenDown: await token(cases.takenDown),
  };
  const inquiryToken = await askedPerson(
    people.agent,
    cases.personAsked,
    people.sought,
    planted('openQuestion'),
    mailer,
  );
  await reported({ name: planted('reporterName'), contact: planted('reporterContact'), words: planted('reportWords') });
  const mailIds = await mails(test, cases.personSought);
  await deriveNotices(test.config.calendar.timeZone);
  const ahead = [people.agent, customerOfCase(cases.mailed)].map(async (owner, index) =>
    awaitForm(owner, await photo(`#12345${index}`), test.services.photoStore),
  );
  const waiting = await Promise.all(ahead);
  await fingerprintsTaken();
  return {
    people,
    cases,
    tokens,
    photos: [...photosIn(Object.values(cases)), ...shelf.photos],
    spareId: spareIn(cases.happy),
    offeredId: shelf.spareId,
    entryId: shelf.entryId,
    waitingIds: waiting.map(({ id }) => id),
    mailIds,
    inquiryToken,
    inquiryMails,
  };
}

/** A photo somebody has sent ahead, and said what is to be seen on it. */
async function described(
  { photoStore }: TestApp['services'],
  owner: Actor,
  upload: Upload,
  name: string,
): Promise<SentAhead> {
  const { id } = await awaitForm(owner, upload, photoStore);
  return { owner, waitingId: id, alt: planted(name) };
}

function photosIn(appeals: readonly Appeal[]): string[] {
  const photos = appeals.flatMap(({ photos, finds }) => [...photos, ...finds.map(({ photo }) => photo)]);
  return photos.flatMap((photo) => (photo ? pictureIdsOf(photo) : []));
}

function spareIn({ timeline }: Appeal): string {
  const shelved = timeline.find(({ type }) => type === 'surplus_shelved');
  return shelved?.type === 'surplus_shelved' ? shelved.spareId : '';
}

type People = World['people'];

/** A thing of the catalogue, some of which the finder has offered freely. */
async function offeredSpare({ services }: TestApp, { finder }: People) {
  const entry = await createEntry(
    entryWords({
      name: planted('entryName'),
      words: planted('entryWords'),
      campaign: planted('entryCampaign'),
    }),
    [await described(services, finder, await photo('#aa0004'), 'entryAlt')],
    services.photoStore,
  );
  const offered = {
    title: planted('offeredTitle'),
    words: planted('offeredWords'),
    place: planted('offeredPlace'),
    attributes: [{ label: planted('offeredLabel'), value: planted('offeredValue') }],
    tags: [planted('offeredTag')],
    quantity: 3,
  };
  const spare = await spareOn(services, finder, offered, [
    await described(services, finder, await photo('#aa0005'), 'offeredAlt'),
  ]);
  await linkSpare(spare.id, entry.id);
  return { spareId: spare.id, entryId: entry.id, photos: [...entry.photos, ...spare.photos].map(({ id }) => id) };
}

/** What the finder keeps is reserved, released, reserved again and sent to the customer. */
async function taken(test: TestApp, { agent, finder }: People, shelf: Shelf): Promise<Appeal> {
  const searching = await casesOf(test.services, { agent, finder }).searching({ customer });
  const linked = await linkAppeal(by(agent, searching), shelf.entryId);
  const reserved = await reserveSpare(by(agent, linked), shelf.spareId);
  const released = await releaseReservation(by(agent, reserved), findIn(reserved), planted('releasedSpareWords'));
  const again = await reserveSpare(by(agent, released), shelf.spareId);
  const find = again.finds.at(-1)?.id ?? '';
  return handOverSpare(by(agent, again), find, { carrier: 'dhl', trackingNumber: planted('spareShipment') });
}

type Shelf = Awaited<ReturnType<typeof offeredSpare>>;

/** A find arrives; mails were sent, one is stuck; the customer answers, and thanks without agreeing to show it. */
async function mailed(test: TestApp, { agent, finder }: People): Promise<Appeal> {
  const find = { place: planted('findPlace'), words: planted('findWords') };
  const appeal = await casesOf(test.services, { agent, finder }).delivered({
    appeal: { title: planted('title'), story: planted('story') },
    customer,
    find,
    findPhotos: [await described(test.services, finder, await photo('#aa0001'), 'findAlt')],
    tracking: { handedOver: planted('handOverNumber'), shipped: planted('shipmentNumber') },
  });
  const statusUrl = `${test.config.baseUrl}/status/${await tokenOf(test.services, appeal)}`;
  const mail = (name: string) => ({
    channel: 'email' as const,
    subject: planted(`${name}Subject`),
    body: `${planted(`${name}Body`)} ${statusUrl}`,
  });
  await sendUpdate(by(agent, appeal), mail('update'), statusUrl);
  test.services.outbox.nudge();
  await eventually('the mail', async () => (await mailsIn(test.config.dataDir)).at(0));
  await test.services.outbox.stop();
  await sendUpdate(by(agent, appeal), mail('stuck'), statusUrl);
  await deliverDue({
    mailer: () => Promise.reject(new Error(planted('mailError'))),
    statusUrlOf: test.services.statusUrlOf,
  });
  await receiveReply(by(customerOfCase(appeal), appeal), 'en', planted('reply'));
  await requestDeletion(by(customerOfCase(appeal), appeal));
  return receiveThanks(by(customerOfCase(appeal), appeal), 'en', planted('thanksKept'), {
    shareable: false,
    publicUse: false,
  });
}

/** Finds are declined, released and accepted; updates are posted, one not yet. */
async function posted({ services }: TestApp, { agent, finder }: People): Promise<Appeal> {
  const searching = await casesOf(services, { agent, finder }).searching({
    appeal: { channel: 'x' },
    customer,
    photos: [await described(services, agent, await twoColours('#aa0008'), 'alt')],
  });
  const offer = async () => {
    const appeal = await offerFind(by(finder, searching), newFind(), [], services.photoStore);
    return appeal.finds.at(-1)?.id ?? '';
  };
  const [shown] = searching.photos;
  const half = { left: 0, top: 0, width: 50, height: 100 };
  await blurPhoto({ ...by(agent, searching), photoId: shown?.id ?? '' }, [half], services.photoStore);
  const [declined, released, accepted] = [await offer(), await offer(), await offer()];
  await declineFind(by(agent, searching), declined, planted('declinedWords'));
  await acceptFind(by(agent, searching), released);
  await releaseFind(by(agent, searching), released, planted('releasedWords'));
  await giveLead(by(finder, searching), planted('leadOfThing'));
  await look(by(finder, searching), planted('lookPlace'));
  for (const name of ['postedBody', 'toPostBody'])
    await sendUpdate(by(agent, searching), { channel: 'x', subject: '', body: planted(name) }, null);
  const [first] = await messagesOf(searching.id);
  await markPosted(by(agent, searching), first?.id ?? '', `https://x.example/${planted('postedLink')}`);
  await correctAddress(by(customerOfCase(searching), searching), planted('correctedAddress'));
  return acceptFind(by(agent, searching), accepted);
}

/** A person is sought; somebody knows something. */
async function personSought({ services }: TestApp, people: People, mailer: Mailer): Promise<Appeal> {
  const { agent, finder, helper, sought } = people;
  const appeal = await casesOf(services, { agent, finder }).searching({ appeal: { kind: 'person' }, customer });
  await giveHint(by(finder, appeal), planted('leadOfPerson'));
  const no = await askedPerson(agent, appeal, helper, planted('declinedQuestion'), mailer);
  await answerInquiry(no, { answer: 'no', agreed: '' });
  const yes = await askedPerson(agent, appeal, sought, planted('agreedQuestion'), mailer);
  await answerInquiry(yes, { answer: 'message', agreed: planted('agreedWords') });
  return appeal;
}

/** A person was found, and wanted something to be passed on. */
async function personGiven({ services }: TestApp, { agent, finder, sought }: People): Promise<Appeal> {
  const appeal = await casesOf(services, { agent, finder }).searching({ appeal: { kind: 'person' }, customer });
  const answer = { answer: 'yes', agreed: planted('givenWords') } as const;
  const id = await answeredBy(agent, appeal, sought, answer, planted('givenQuestion'));
  await shareAgreed(by(agent, appeal), id);
  return close(by(agent, appeal), 'happy');
}

/** A found thing goes home: claimed, checked, released by a second agent. */
async function thingFound({ services }: TestApp, { agent, finder }: People): Promise<Appeal> {
  const appeal = await casesOf(services, { agent, finder }).searching({ appeal: { kind: 'owner' }, customer });
  await keepMarks(by(agent, appeal), { marks: planted('marks'), question: planted('controlQuestion') });
  const claim = { name: planted('claimantName'), contact: planted('claimantContact'), words: planted('claimWords') };
  await makeClaim(by(finder, appeal), claim);
  const claimId = (await foundThingOf(appeal.id)).claims[0]?.id ?? '';
  await judgeClaim(by(agent, appeal), claimId, true);
  const second = await newAgent();
  await releaseClaim(by(second, appeal), claimId);
  return appealFor(agent, appeal.id);
}

async function draft({ services }: TestApp, { agent, finder }: People): Promise<Appeal> {
  const appeal = {
    title: planted('draftTitle'),
    story: planted('draftStory'),
    sought: [{ label: planted('draftLabel'), value: planted('draftValue') }],
    place: planted('draftPlace'),
    hashtags: [planted('draftTag')],
    reward: planted('draftReward'),
  };
  return casesOf(services, { agent, finder }).draft({
    appeal,
    customer,
    photos: [await described(services, agent, await photo('#aa0002'), 'draftAlt')],
  });
}

/** A draft the customer was asked about, who would like it otherwise. */
async function asked({ services }: TestApp, { agent, finder }: People): Promise<Appeal> {
  const words = { title: planted('askedTitle'), story: planted('askedStory') };
  const appeal = await casesOf(services, { agent, finder }).asked({ appeal: words, customer });
  return receiveWishes(by(customerOfCase(appeal), appeal), 'en', planted('wishedChanges'));
}

/** All could see it, until the customer withdrew the agreement. */
async function takenDown({ services }: TestApp, { agent, finder, colleague }: People): Promise<Appeal> {
  const appeal = await casesOf(services, { agent, finder }).agreed({
    appeal: { title: planted('downTitle'), story: planted('downStory'), place: planted('downPlace') },
    customer,
    photos: [await described(services, agent, await photo('#aa0009'), 'downAlt')],
  });
  await follow(colleague, appeal.id);
  await look(by(finder, appeal), planted('downLook'));
  return withdrawApproval(by(customerOfCase(appeal), appeal));
}

/** A happy end, with thanks to show, a helper who may be named, and a spare on the shelf. */
async function happy({ services }: TestApp, { agent, helper }: People): Promise<Appeal> {
  const find = { nameForCustomer: true, words: planted('spareWords') };
  const appeal = await casesOf(services, { agent, finder: helper }).closedHappy({
    customer,
    find,
    findPhotos: [await described(services, helper, await photo('#aa0003'), 'spareAlt')],
  });
  await receiveThanks(by(customerOfCase(appeal), appeal), 'en', planted('thanksShared'), {
    shareable: true,
    publicUse: false,
  });
  return shelveFind(by(agent, appeal), findIn(appeal), planted('shelfPlace'));
}

/** Thanks with a photo were shown, until the customer wanted otherwise; the photo of the find is theirs to see. */
async function takenBack({ services }: TestApp, { agent, finder }: People): Promise<Appeal> {
  const appeal = await casesOf(services, { agent, finder }).delivered({
    customer,
    find: { photoForCustomer: true },
    findPhotos: [await described(services, finder, await photo('#aa0006'), 'shownFindAlt')],
  });
  const sent = [await described(services, customerOfCase(appeal), await photo('#aa0007'), 'sentAlt')];
  const enclosed = { sent, photoStore: services.photoStore };
  const consent = { shareable: true, publicUse: true };
  await receiveThanks(by(customerOfCase(appeal), appeal), 'en', planted('thanksTakenBack'), consent, enclosed);
  return withdrawConsent(by(customerOfCase(appeal), appeal), { shareable: false, publicUse: false });
}

/** The customer of a person search answers by mail, with more than is shown; somebody else writes what nobody can match. */
async function mails({ services }: TestApp, appeal: Appeal): Promise<string[]> {
  const replyAddresses = createReplyAddresses('a secret of the world of 32 letters', 'fundus@mail.example');
  const take = (raw: Buffer) => takeIn(raw, { replyAddresses, photoStore: services.photoStore });
  const update = { appeal: appeal.id, kind: 'update', state: 'sent', channel: 'email', language: 'en' } as const;
  const { id } = await MessageModel.create({
    ...update,
    recipient: customer.email,
    body: 'Asked',
    writtenAt: new Date(),
  });
  const attachments = [
    { filename: 'us.png', content: (await photo('#aa00f9')).bytes },
    { filename: `${planted('attachedName')}.txt`, content: planted('attached') },
  ];
  const mail = { from: customer.email, to: replyAddresses.addressOf(id), subject: planted('mailedSubject') };
  await take(await rawMail({ ...mail, text: planted('mailedReply'), attachments }));
  const subject = planted('riddleSubject');
  await take(
    await rawMail({ from: `${planted('riddleSender')}@x.example`, to: mail.to, subject, text: planted('riddle') }),
  );
  return (await KeptMailModel.find().lean()).map(({ _id }) => _id.toHexString());
}
