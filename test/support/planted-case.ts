import { randomBytes } from 'node:crypto';
import { acceptFind } from '../../src/appeals/accept-find';
import { blurPhoto } from '../../src/appeals/blur-photo';
import { close } from '../../src/appeals/close';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { declineFind } from '../../src/appeals/decline-find';
import { appealFor } from '../../src/appeals/find-appeals';
import { giveLead } from '../../src/appeals/give-lead';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { look } from '../../src/appeals/look';
import { offerFind } from '../../src/appeals/offer-find';
import { receiveFind } from '../../src/appeals/receive-find';
import { ship } from '../../src/appeals/ship';
import { awaitForm } from '../../src/appeals/waiting-photos';
import type { SentAhead, Upload } from '../../src/appeals/with-photos';
import { correctAddress } from '../../src/customers/delivery-address';
import type { Actor } from '../../src/domain/actor';
import type { Appeal, Kind } from '../../src/domain/appeal';
import { takeIn } from '../../src/inbox/take-in';
import { arrive } from '../../src/live/presence';
import { dismiss } from '../../src/matching/dismissals';
import { ensureFingerprints } from '../../src/matching/take-fingerprints';
import { keepWatch } from '../../src/matching/watches';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { sendUpdate } from '../../src/messages/send-update';
import { ChatPostModel } from '../../src/models/chat-post';
import { EventDeliveryModel } from '../../src/models/event-delivery';
import { MessageModel } from '../../src/models/message';
import { deriveNotices } from '../../src/notices/derive';
import { mute } from '../../src/notices/mute';
import type { Account } from '../../src/people/accounts';
import { giveHint } from '../../src/sought/give-hint';
import type { TestApp } from './app';
import { by, casesOf, customerOfCase, newFind, tokenOf } from './cases';
import { proven } from './found';
import { rawMail } from './mails';
import { deliverDue } from './outbox';
import { givenTo } from './persons';
import { photo, twoColours } from './photos';

/** A case in every private field of which stands a word that stands nowhere else. */
export interface Planted {
  appeal: Appeal;
  /** All its words begin with it. */
  mark: string;
  /** The place, by which the numbers tell cases apart. */
  place: string;
}

interface People {
  agent: Account;
  finder: Account;
}

const newColour = () => `#${randomBytes(3).toString('hex')}`;

/** Brings such a case about, and to its end, through the real verbs. */
export async function plantedCase(test: TestApp, people: People, kind: Kind = 'item'): Promise<Planted> {
  const mark = `zander${randomBytes(4).toString('hex')}`;
  const place = `lichtung${randomBytes(4).toString('hex')}`;
  const open = await opened(test, people, { mark, place, kind });
  await lying(test, people, open, mark);
  const story = { item: itemStory, person: personStory, owner: ownerStory }[kind];
  await story(test, people, open, mark);
  await deriveNotices(test.config.calendar.timeZone);
  return { appeal: await appealFor(people.agent, open.id), mark, place };
}

async function described(test: TestApp, owner: Actor, upload: Upload, alt: string): Promise<SentAhead> {
  const { id } = await awaitForm(owner, upload, test.services.photoStore);
  return { owner, waitingId: id, alt };
}

async function opened(
  test: TestApp,
  { agent, finder }: People,
  { mark, place, kind }: { mark: string; place: string; kind: Kind },
): Promise<Appeal> {
  const appeal = await casesOf(test.services, { agent, finder }).searching({
    appeal: {
      kind,
      title: `${mark}title`,
      story: `${mark}story`,
      sought: [{ label: `${mark}label`, value: `${mark}value` }],
      place,
      hashtags: [`${mark}tag`],
      reward: `${mark}reward`,
    },
    customer: {
      name: `${mark}name`,
      handle: `@${mark}handle`,
      email: `${mark}email@customers.example`,
      address: `${mark}address`,
      originalWords: `${mark}original`,
      postUrl: `https://social.example/${mark}post`,
    },
    photos: [await described(test, agent, await twoColours(newColour()), `${mark}alt`)],
  });
  const half = { left: 0, top: 0, width: 50, height: 100 };
  const photoId = appeal.photos[0]?.id ?? '';
  return blurPhoto({ ...by(agent, appeal), photoId }, [half], test.services.photoStore);
}

/** What lies beside any case: words that went and came, mails, photos that wait, what is remembered of it. */
async function lying(test: TestApp, { agent, finder }: People, appeal: Appeal, mark: string): Promise<void> {
  const { services } = test;
  const customer = customerOfCase(appeal);
  const statusUrl = `${test.config.baseUrl}/status/${await tokenOf(services, appeal)}`;
  const update = { channel: 'email' as const, subject: `${mark}subject`, body: `${mark}body ${statusUrl}` };
  await sendUpdate(by(agent, appeal), update, statusUrl);
  await deliverDue(services);
  const enclosed = {
    sent: [await described(test, customer, await photo(newColour()), `${mark}sent`)],
    photoStore: services.photoStore,
  };
  await receiveReply(by(customer, appeal), 'en', `${mark}reply`, enclosed);
  await sendUpdate(by(agent, appeal), { ...update, body: `${mark}stuck` }, statusUrl);
  const failing = () => Promise.reject(new Error(`no such mailbox: ${mark}error`));
  await deliverDue({ mailer: failing, statusUrlOf: services.statusUrlOf });
  await mailsOf(test, appeal, mark);
  const waiting = await awaitForm(customer, await photo(newColour()), services.photoStore);
  await ensureFingerprints(services.photoStore, [waiting.photo.id]);
  await keepWatch(agent, { appealId: appeal.id });
  await dismiss(agent, appeal.id, { kind: 'spare', id: 'a'.repeat(24) });
  await mute(finder, appeal.id);
  const hook = { hook: 'a'.repeat(24), attempts: 0, madeAt: new Date() };
  const told = { event: 'one', name: 'appeal.closed', state: 'waiting', attempts: 0, madeAt: new Date() } as const;
  const body = JSON.stringify({ appeal: appeal.id });
  await EventDeliveryModel.create({ _id: `${mark}:told`, hook: 'a'.repeat(24), body, ...told });
  await ChatPostModel.create({ _id: `${mark}:hook`, appeal: appeal.id, ...hook });
  await arrive(agent, appeal.id, true);
  const reason = { choice: 'other', words: `${mark}why` } as const;
  await services.audit.record({
    by: 'a'.repeat(24),
    roles: 'agent',
    action: 'reason_given',
    object: appeal.id,
    reason,
  });
  await services.mailer({
    to: agent.email,
    subject: 'News',
    text: `${mark}notice: ${test.config.baseUrl}/appeals/${appeal.id}`,
  });
}

/** One that answers with more than is shown, and one of theirs that nobody could match. */
async function mailsOf({ services }: TestApp, appeal: Appeal, mark: string): Promise<void> {
  const replyAddresses = createReplyAddresses('a secret of this case, of 32 letters', 'fundus@mail.example');
  const update = await MessageModel.findOne({ appeal: appeal.id, kind: 'update' }).lean();
  const from = `${mark}email@customers.example`;
  const to = replyAddresses.addressOf(String(update?._id));
  const take = async (mail: Parameters<typeof rawMail>[0]) =>
    takeIn(await rawMail(mail), { replyAddresses, photoStore: services.photoStore });
  const attachments = [
    { filename: `${mark}file.txt`, content: `${mark}attached`, contentTransferEncoding: '7bit' as const },
  ];
  await take({ from, to, subject: `${mark}re`, text: `${mark}mailed`, attachments });
  await take({ from, to: 'fundus@mail.example', subject: `${mark}odd`, text: `${mark}riddle` });
}

type Story = (test: TestApp, people: People, open: Appeal, mark: string) => Promise<unknown>;

const itemStory: Story = async (test, { agent, finder }, open, mark) => {
  const { photoStore } = test.services;
  const offer = async (name: string) => {
    const given = newFind({ words: `${mark}${name}`, place: `${mark}${name}pl` });
    const sent = [await described(test, finder, await photo(newColour()), `${mark}${name}alt`)];
    return (await offerFind(by(finder, open), given, sent, photoStore)).finds.at(-1)?.id ?? '';
  };
  const [declined, taken] = [await offer('one'), await offer('two')];
  await declineFind(by(agent, open), declined, `${mark}declined`);
  await giveLead(by(finder, open), `${mark}lead`);
  await look(by(finder, open), `${mark}cellar`);
  await acceptFind(by(agent, open), taken);
  const parcel = { carrier: 'dhl' as const, trackingNumber: `${mark}way` };
  await handOverFind(by(finder, open), taken, { way: 'parcel', ...parcel });
  await correctAddress(by(customerOfCase(open), open), `${mark}corrected`);
  await receiveFind(by(agent, open), taken);
  await ship(by(agent, open), { ...parcel, trackingNumber: `${mark}home`, quantity: 2 });
  await confirmDelivery(by(agent, open));
  const consent = { shareable: true, publicUse: true };
  await receiveThanks(by(customerOfCase(open), open), 'en', `${mark}thanks`, consent);
  await close(by(agent, await appealFor(agent, open.id)), 'happy');
};

const personStory: Story = async (_, { agent, finder }, open, mark) => {
  await giveHint(by(finder, open), `${mark}hint`);
  await givenTo(agent, open, finder, `${mark}agreed`);
  await close(by(agent, await appealFor(agent, open.id)), 'happy');
};

const ownerStory: Story = async (_, { agent }, open, mark) => {
  const claim = { name: `${mark}claimant`, contact: `${mark}contact`, words: `${mark}claim` };
  await proven(agent, open, claim);
  await close(by(agent, await appealFor(agent, open.id)), 'withdrawn');
};
