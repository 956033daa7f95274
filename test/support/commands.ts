import { acceptFind } from '../../src/appeals/accept-find';
import { askApproval } from '../../src/appeals/ask-approval';
import { close, withdrawRequest } from '../../src/appeals/close';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { declineFind } from '../../src/appeals/decline-find';
import { type AppealEdit, editAppeal } from '../../src/appeals/edit-appeal';
import { appealFor } from '../../src/appeals/find-appeals';
import { giveLead } from '../../src/appeals/give-lead';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { handToOwner } from '../../src/appeals/hand-to-owner';
import { look } from '../../src/appeals/look';
import { mergeAppeals, unmergeAppeal } from '../../src/appeals/merge';
import { nameOwner } from '../../src/appeals/name-owner';
import { offerFind } from '../../src/appeals/offer-find';
import { publish } from '../../src/appeals/publish';
import { receiveFind } from '../../src/appeals/receive-find';
import { releaseFind } from '../../src/appeals/release-find';
import { removePhoto } from '../../src/appeals/remove-photo';
import { reopen } from '../../src/appeals/reopen';
import { ship } from '../../src/appeals/ship';
import { unaskApproval } from '../../src/appeals/unask-approval';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import { approve } from '../../src/customers/approve';
import { renewStatusLink, revokeStatusLink } from '../../src/customers/change-status-link';
import { confirmAddress, correctAddress } from '../../src/customers/delivery-address';
import { requestDeletion } from '../../src/customers/request-deletion';
import { withdrawApproval } from '../../src/customers/withdraw-approval';
import { withdrawConsent } from '../../src/customers/withdraw-consent';
import type { Action } from '../../src/domain/actions';
import type { AccountActor, Actor, CustomerActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import { outcomesFor } from '../../src/domain/appeal-status';
import type { MessageState } from '../../src/domain/message';
import { disposeThing } from '../../src/found/dispose-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { keepMarks } from '../../src/found/keep-marks';
import { makeClaim } from '../../src/found/make-claim';
import { markPosted } from '../../src/messages/mark-posted';
import { receiveReply, receiveThanks, receiveWishes } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import { takeBackUpdate } from '../../src/messages/take-back';
import { AppealModel } from '../../src/models/appeal';
import { MessageModel } from '../../src/models/message';
import { eraseOnRequest } from '../../src/retention/erase-on-request';
import type { Services } from '../../src/services';
import { handOverSpare } from '../../src/shelf/hand-over-spare';
import { releaseReservation } from '../../src/shelf/release-reservation';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { shelveFind } from '../../src/shelf/shelve-find';
import { takeBackSpare } from '../../src/shelf/take-back-spare';
import { askSought } from '../../src/sought/ask-sought';
import { giveHint } from '../../src/sought/give-hint';
import { shareAgreed } from '../../src/sought/share-agreed';
import { by, newAppeal, newFind } from './cases';
import { person } from './plain-appeal';
import { spareOn } from './spares';

type Run<Who extends Actor> = (actor: Who, appeal: Appeal) => Promise<unknown>;

const photoIn = ({ photos }: Appeal) => photos[0]?.id ?? '';

/** No find has this id. */
const noFind = '00000000-0000-4000-8000-000000000000';

/** The verb behind every action, given as its form would; on the case's first find, where it is about one. */
export function commandsOf(services: Services) {
  const commands: { [Name in Action]: Run<ActorOf<Name>> } = {
    edit: (actor, appeal) => editAppeal(by(actor, appeal), edited(appeal), [], services.photoStore),
    retouch_photo: (actor, appeal) =>
      removePhoto({ ...by(actor, appeal), photoId: photoIn(appeal) }, services.photoStore),
    publish: (actor, appeal) => publish(by(actor, appeal)),
    ask_approval: (actor, appeal) => askApproval(by(actor, appeal)),
    unask_approval: (actor, appeal) => unaskApproval(by(actor, appeal)),
    approve: (actor, appeal) => approve(by(actor, appeal), appeal.version),
    wish_changes: (actor, appeal) => receiveWishes(by(actor, appeal), 'en', 'Leave the face out'),
    withdraw_approval: (actor, appeal) => withdrawApproval(by(actor, appeal)),
    offer_find: (actor, appeal) => offerFind(by(actor, appeal), newFind(), [], services.photoStore),
    give_lead: (actor, appeal) => giveLead(by(actor, appeal), 'Ask at the fair'),
    give_hint: (actor, appeal) => giveHint(by(actor, appeal), 'He works in Bonn'),
    ask_sought: (actor, appeal) =>
      askSought(by(actor, appeal), question, { mailer: services.mailer, inquiryUrlOf: String }),
    share_contact: (actor, appeal) => shareAgreed(by(actor, appeal), noFind),
    look: (actor, appeal) => look(by(actor, appeal), 'Cellar'),
    keep_marks: (actor, appeal) => keepMarks(by(actor, appeal), { marks: 'Scratch', question: 'Which colour?' }),
    make_claim: (actor, appeal) => makeClaim(by(actor, appeal), { name: 'Ana', contact: '0170', words: 'Hers' }),
    judge_claim: (actor, appeal) => judgeClaim(by(actor, appeal), noFind, true),
    name_owner: (actor, appeal) => nameOwner(by(actor, appeal)),
    hand_to_owner: (actor, appeal) => handToOwner(by(actor, appeal)),
    dispose: (actor, appeal) => disposeThing(by(actor, appeal), { way: 'donated', words: '' }, { keepDays: 0 }),
    reserve_spare: async (actor, appeal) =>
      reserveSpare(by(actor, appeal), (await spareOn(services, person('holder'))).id),
    ship: (actor, appeal) => ship(by(actor, appeal), { carrier: 'ups', trackingNumber: '1Z', quantity: 1 }),
    confirm_delivery: (actor, appeal) => confirmDelivery(by(actor, appeal)),
    close: (actor, appeal) => close(by(actor, appeal), outcomesFor(appeal)[0] ?? 'withdrawn'),
    reopen: (actor, appeal) => reopen(by(actor, appeal)),
    merge: async (actor, appeal) => mergeAppeals(by(actor, appeal), (await another(appeal)).id),
    take_in: async (actor, appeal) => mergeAppeals(by(actor, await another(appeal)), appeal.id),
    unmerge: (actor, appeal) => unmergeAppeal(by(actor, appeal)),
    give_back: async (actor, appeal) => {
      const merged = await another(await appealFor(actor, appeal.id), appeal.id);
      return unmergeAppeal(by(actor, merged));
    },
    send_update: (actor, appeal) => sendUpdate(by(actor, appeal), updateByMail, null),
    mark_posted: async (actor, appeal) => markPosted(by(actor, appeal), await update(appeal, 'to_post'), ''),
    take_back_update: async (actor, appeal) => takeBackUpdate(by(actor, appeal), await update(appeal, 'queued')),
    renew_link: (actor, appeal) => renewStatusLink(by(actor, appeal), services.statusLinks),
    revoke_link: (actor, appeal) => revokeStatusLink(by(actor, appeal)),
    reply: (actor, appeal) => receiveReply(by(actor, appeal), 'en', 'Any news?'),
    thank: (actor, appeal) => receiveThanks(by(actor, appeal), 'en', 'Thank you!', everybody),
    withdraw_consent: (actor, appeal) => withdrawConsent(by(actor, appeal), nobody),
    confirm_address: (actor, appeal) => confirmAddress(by(actor, appeal)),
    correct_address: (actor, appeal) => correctAddress(by(actor, appeal), 'Weg 2, 54321 Dorf'),
    withdraw_request: (actor, appeal) => withdrawRequest(by(actor, appeal)),
    erase_customer: (actor, appeal) =>
      eraseOnRequest(by(actor, appeal), { ...services, dataDir: services.config.dataDir }),
    request_deletion: (actor, appeal) => requestDeletion(by(actor, appeal)),
    accept_find: (actor, appeal) => acceptFind(by(actor, appeal), firstFind(appeal)),
    hand_over_spare: (actor, appeal) => handOverSpare(by(actor, appeal), firstFind(appeal)),
    hand_over_find: (actor, appeal) => handOverFind(by(actor, appeal), firstFind(appeal), inPerson),
    receive_find: (actor, appeal) => receiveFind(by(actor, appeal), firstFind(appeal)),
    take_back_spare: (actor, appeal) => takeBackSpare(by(actor, appeal), firstFind(appeal)),
    shelve_find: (actor, appeal) => shelveFind(by(actor, appeal), firstFind(appeal), 'Shelf 1'),
    decline_find: (actor, appeal) => declineFind(by(actor, appeal), firstFind(appeal), 'Too blue'),
    release_find: (actor, appeal) => releaseFind(by(actor, appeal), firstFind(appeal), 'It never came'),
    release_reservation: (actor, appeal) => releaseReservation(by(actor, appeal), firstFind(appeal), 'Not the one'),
    withdraw_find: (actor, appeal) => withdrawFind(by(actor, appeal), firstFind(appeal)),
  };
  return commands;
}

/** Some verbs take an account or a customer alone. */
type ActorOf<Name extends Action> = Name extends
  | 'offer_find'
  | 'reserve_spare'
  | 'shelve_find'
  | 'merge'
  | 'take_in'
  | 'unmerge'
  | 'give_back'
  ? AccountActor
  : Name extends 'reply' | 'wish_changes' | 'thank' | 'confirm_address' | 'correct_address'
    ? CustomerActor
    : Actor;

const everybody = { shareable: true, publicUse: true };
const question = { email: 'nobody@fundus.example', words: 'Is it you?' };
const nobody = { shareable: false, publicUse: false };
const inPerson = { way: 'in_person', carrier: null, trackingNumber: '' } as const;
const updateByMail = { channel: 'email', subject: 'News', body: 'We are looking.' } as const;

/** @returns what an agent fills in who changes the title alone */
export function edited(appeal: Appeal, overrides: Partial<AppealEdit> = {}): AppealEdit {
  const { title, story, sought, place, lostOn, hashtags, reward, channel, photos } = appeal;
  const words = { title: `${title}, edited`, story, sought, place, lostOn, hashtags, reward };
  return { channel, words, customer: newAppeal().customer, keptPhotos: photos.map(({ id }) => id), ...overrides };
}

/** @returns an appeal for the same thing, which is sought, or was merged into the one named */
async function another({ kind, channel }: Appeal, mergedInto: string | null = null): Promise<Appeal> {
  const state = mergedInto ? ({ status: 'closed', outcome: 'duplicate' } as const) : ({ status: 'searching' } as const);
  const at = new Date();
  const record = await AppealModel.create({
    kind,
    channel,
    ...state,
    mergedInto,
    title: 'Another donkey',
    story: 'Lost as well',
    version: 1,
    openedBy: 'agent',
    openedAt: at,
    publishedAt: at,
  });
  return appealFor(person('anybody', 'agent'), record._id.toHexString());
}

function firstFind({ finds }: Appeal): string {
  return finds[0]?.id ?? noFind;
}

/** @returns id of an update in this state */
export async function update({ id }: Pick<Appeal, 'id'>, state: MessageState): Promise<string> {
  const letter = { appeal: id, kind: 'update', state, channel: 'x', language: 'en' } as const;
  const record = await MessageModel.create({ ...letter, body: 'Found!', writtenAt: new Date() });
  return record._id.toHexString();
}
