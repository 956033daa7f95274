import type { Kind } from '../../src/domain/appeal';
import { noticeKinds, noticeMedia } from '../../src/domain/notice';
import { paths } from '../../src/paths';
import type { Route } from '../../src/routes';
import type { casesOf } from './cases';
import { testPassword } from './factories';

/** A request to one route that succeeds when the right person makes it. */
export interface Sample {
  /** Where the case must stand. */
  story: keyof ReturnType<typeof casesOf>;
  kind: Kind;
  /** What the form sends; a GET has none. Ids that stand in the address, or could, are named as there: `:spareId`. */
  form: Readonly<Record<string, string | readonly string[]>>;
  /** How a POST answers that does not lead to another page. */
  answer?: 200;
  /** A photo comes along, so the form is sent as multipart. */
  withPhoto?: true;
}

const appealFields = {
  title: 'Plush donkey',
  story: 'Lost on a trip',
  soughtLabel: ['Size', 'Colour'],
  soughtValue: ['20 cm', 'grey'],
  place: 'Hamburg',
  lostOn: '2014-12-28',
  hashtags: '#donkey',
  reward: 'Big eyes',
  channel: 'email',
  originalWords: 'My daughter lost it',
  postUrl: 'https://social.example/1',
  customerName: 'Maria Muster',
  customerHandle: '@maria',
  customerEmail: 'maria@customers.example',
  customerAddress: 'Weg 1',
  customerLanguage: 'en',
};

const spareFields = {
  title: 'Plush donkey',
  words: 'From a fair',
  attributeLabel: ['Size', 'Colour'],
  attributeValue: ['20 cm', 'grey'],
  tags: '#donkey',
  condition: 'good',
  quantity: '2',
  place: 'Bonn',
};

const entryFields = {
  name: 'Plush donkey',
  year: '2008',
  campaign: 'Fair',
  words: 'Grey, in a hooded shirt',
  attributeLabel: ['Size', 'Colour'],
  attributeValue: ['20 cm', 'grey'],
  tags: '#donkey',
};
const wishFields = Object.fromEntries(
  noticeKinds.flatMap((kind) => noticeMedia.map((medium) => [`${kind}-${medium}`, 'instant'])),
);

/** What is not said is a published case of a thing and an empty form. */
const samples: Readonly<Record<string, Partial<Sample>>> = {
  [`get ${paths.health}`]: {},
  [`get ${paths.ready}`]: {},
  [`get ${paths.metrics}`]: {},
  [`get ${paths.signIn}`]: {},
  [`post ${paths.signIn}`]: { form: { email: 'nobody@fundus.example', password: 'wrong', next: '' } },
  [`post ${paths.signOut}`]: {},
  [`get ${paths.profile}`]: {},
  [`get ${paths.noticeWishes}`]: {},
  [`post ${paths.noticeWishes}`]: { form: { ...wishFields, tags: '#donkey' } },
  [`post ${paths.pushDevices}`]: {
    form: { endpoint: 'https://push.example/1', p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
  },
  [`post ${paths.pushDeviceEnd}`]: {},
  [`post ${paths.feedRenewal}`]: {},
  [`post ${paths.feedRevocation}`]: {},
  [`get ${paths.feed}`]: {},
  [`get ${paths.sharedPhoto}`]: {},
  [`get ${paths.unsubscribe}`]: {},
  [`post ${paths.unsubscribe}`]: { answer: 200, form: { 'List-Unsubscribe': 'One-Click' } },
  [`get ${paths.notices}`]: {},
  [`post ${paths.allNoticesRead}`]: { form: { until: '1700000000000' } },
  [`post ${paths.noticesRead}`]: { form: { until: '1700000000000', from: 'list' } },
  [`post ${paths.mute}`]: {},
  [`post ${paths.muteEnd}`]: {},
  [`get ${paths.styleguide}`]: {},
  [`get ${paths.invitation}`]: {},
  [`post ${paths.invitation}`]: { form: { password: 'a whole new sentence' } },
  [`post ${paths.profile}`]: { form: { name: 'Kim Beispiel', language: 'en', place: 'Bonn' } },
  [`post ${paths.password}`]: { form: { currentPassword: testPassword, password: testPassword } },
  [`get ${paths.admin}`]: {},
  [`get ${paths.accounts}`]: {},
  [`post ${paths.accounts}`]: { form: { name: 'Kim Neu', email: ':newEmail', roles: 'agent' } },
  [`get ${paths.account}`]: {},
  [`post ${paths.accountRoles}`]: { form: { roles: ['agent', 'admin'] } },
  [`post ${paths.accountInvitation}`]: {},
  [`post ${paths.accountDeactivation}`]: {},
  [`post ${paths.accountReactivation}`]: {},
  [`get ${paths.houseTexts}`]: {},
  [`get ${paths.houseText}`]: {},
  [`post ${paths.houseText}`]: { form: { seen: '0', text: 'We found one.' } },
  [`get ${paths.board}`]: {},
  [`get ${paths.shelf}`]: {},
  [`post ${paths.shelf}`]: { form: spareFields },
  [`get ${paths.newSpare}`]: {},
  [`get ${paths.spare}`]: {},
  [`get ${paths.editSpare}`]: {},
  [`post ${paths.editSpare}`]: { form: { ...spareFields, version: '1' } },
  [`post ${paths.spareConfirmation}`]: {},
  [`post ${paths.spareGifts}`]: { form: { quantity: '1' } },
  [`post ${paths.spareWithdrawal}`]: {},
  [`post ${paths.spareReservations}`]: { form: { appealId: ':id', quantity: '1' } },
  [`post ${paths.spareEntry}`]: { form: { entryId: ':entryId' } },
  [`get ${paths.catalogue}`]: {},
  [`post ${paths.catalogue}`]: { form: entryFields },
  [`get ${paths.newEntry}`]: {},
  [`get ${paths.entry}`]: {},
  [`get ${paths.editEntry}`]: {},
  [`post ${paths.editEntry}`]: { form: { ...entryFields, version: '1' } },
  [`get ${paths.entryPhoto}`]: {},
  [`get ${paths.changes}`]: {},
  [`post ${paths.presence}`]: { answer: 200, form: { doing: 'looking' } },
  [`get ${paths.happyEnds}`]: {},
  [`get ${paths.myFinds}`]: {},
  [`get ${paths.chat}`]: {},
  [`post ${paths.chat}`]: { form: { kind: 'slack', url: 'https://hooks.example/1', language: 'de' } },
  [`post ${paths.chatTest}`]: {},
  [`post ${paths.chatEnd}`]: {},
  [`get ${paths.insights}`]: {},
  [`get ${paths.insightsTable}`]: {},
  [`get ${paths.synonyms}`]: {},
  [`post ${paths.synonyms}`]: { form: { words: 'Esel, burro' } },
  [`get ${paths.desk}`]: {},
  [`post ${paths.pictureSearch}`]: {},
  [`get ${paths.watches}`]: {},
  [`post ${paths.watches}`]: { form: { q: 'donkey' } },
  [`post ${paths.watchSeen}`]: {},
  [`post ${paths.watchEnd}`]: {},
  [`get ${paths.photo}`]: {},
  [`get ${paths.editPhoto}`]: {},
  [`post ${paths.photoBlur}`]: { form: { left: '10', top: '10', width: '20', height: '20' } },
  [`post ${paths.photoDescription}`]: { form: { photoAlt: 'A grey donkey' } },
  [`post ${paths.photoOriginal}`]: {},
  [`post ${paths.photoRemoval}`]: {},
  [`get ${paths.sparePhoto}`]: {},
  [`get ${paths.statusPhoto}`]: {},
  [`post ${paths.waitingPhotos}`]: { withPhoto: true },
  [`get ${paths.waitingPhoto}`]: {},
  [`get ${paths.waitingPhotoFile}`]: {},
  [`post ${paths.statusWaitingPhotos}`]: { story: 'delivered', withPhoto: true },
  [`get ${paths.statusWaitingPhoto}`]: { story: 'delivered' },
  [`get ${paths.statusWaitingPhotoFile}`]: { story: 'delivered' },
  [`get ${paths.newAppeal}`]: {},
  [`post ${paths.appeals}`]: { form: { ...appealFields, kind: 'item', intent: 'publish' } },
  [`post ${paths.typedMatches}`]: { answer: 200, form: { title: 'Plush donkey', story: 'Grey' } },
  [`get ${paths.appeal}`]: {},
  [`get ${paths.matches}`]: {},
  [`post ${paths.dismissals}`]: { form: { kind: 'spare', id: 'a'.repeat(24) } },
  [`post ${paths.merger}`]: { form: { into: ':otherId' } },
  [`post ${paths.mergerEnd}`]: { story: 'merged' },
  [`get ${paths.editAppeal}`]: {},
  [`post ${paths.editAppeal}`]: { form: { ...appealFields, intent: 'save' } },
  [`post ${paths.publication}`]: { story: 'draft' },
  [`post ${paths.approvalRequest}`]: { story: 'draft' },
  [`post ${paths.follow}`]: {},
  [`post ${paths.unfollow}`]: {},
  [`post ${paths.looks}`]: { form: { place: 'Cellar' } },
  [`post ${paths.leads}`]: { form: { words: 'Ask at the fair' } },
  [`post ${paths.finds}`]: { form: { quantity: '2', place: 'Cupboard', condition: 'good', words: 'Here' } },
  [`post ${paths.findWithdrawal}`]: { story: 'withOffer' },
  [`post ${paths.findAcceptance}`]: { story: 'withOffer' },
  [`post ${paths.findRefusal}`]: { story: 'withOffer', form: { words: 'Too blue' } },
  [`post ${paths.findRelease}`]: { story: 'found', form: { words: 'It never came' } },
  [`post ${paths.findHandOver}`]: { story: 'found', form: { way: 'parcel', carrier: 'dhl', trackingNumber: '1' } },
  [`get ${paths.findSlip}`]: { story: 'found' },
  [`get ${paths.label}`]: { story: 'onItsWay' },
  [`get ${paths.packingSlip}`]: { story: 'onItsWay' },
  [`get ${paths.findReceipt}`]: { story: 'collecting' },
  [`get ${paths.delivery}`]: { story: 'onItsWay' },
  [`post ${paths.findReceipt}`]: { story: 'collecting' },
  [`post ${paths.findShelving}`]: { story: 'delivered', form: { place: 'Shelf' } },
  [`post ${paths.appealEntry}`]: { form: { entryId: ':entryId' } },
  [`post ${paths.reservations}`]: { form: { spareId: ':spareId', quantity: '1' } },
  [`post ${paths.reservationRelease}`]: { story: 'reserved', form: { words: 'Too blue' } },
  [`post ${paths.spareHandOver}`]: { story: 'reserved', form: { to: 'customer', carrier: 'dhl', trackingNumber: '1' } },
  [`post ${paths.spareReturn}`]: { story: 'sentFromShelf' },
  [`post ${paths.owner}`]: { kind: 'owner' },
  [`post ${paths.shipments}`]: { story: 'atDesk', form: { carrier: 'dhl', trackingNumber: '1', quantity: '1' } },
  [`post ${paths.delivery}`]: { story: 'onItsWay' },
  [`post ${paths.closure}`]: { form: { outcome: 'not_found' } },
  [`post ${paths.reopening}`]: { story: 'closedInVain' },
  [`get ${paths.story}`]: { story: 'closedHappy' },
  [`get ${paths.newUpdate}`]: {},
  [`post ${paths.updates}`]: { form: { template: 'found', subject: 'News', body: 'We found one' } },
  [`post ${paths.updateWithdrawal}`]: {},
  [`post ${paths.updateRetry}`]: {},
  [`post ${paths.updatePosting}`]: { form: { link: 'https://x.example/1' } },
  [`post ${paths.statusLink}`]: {},
  [`post ${paths.statusLinkRevocation}`]: {},
  [`get ${paths.inbox}`]: {},
  [`get ${paths.keptMailOriginal}`]: {},
  [`post ${paths.keptMailAssignment}`]: { form: { appeal: ':id' } },
  [`post ${paths.keptMailDiscard}`]: {},
  [`post ${paths.photoAdoption}`]: {},
  [`get ${paths.status}`]: {},
  [`post ${paths.statusApproval}`]: { story: 'asked', form: { version: '2' } },
  [`post ${paths.statusApprovalWithdrawal}`]: { story: 'agreed' },
  [`post ${paths.statusLanguage}`]: { form: { language: 'de' } },
  [`post ${paths.statusChanges}`]: { story: 'asked', form: { words: 'Leave the face out' } },
  [`post ${paths.statusDelivery}`]: { story: 'onItsWay' },
  [`post ${paths.statusReplies}`]: { form: { words: 'Any news?' } },
  [`post ${paths.statusConsent}`]: { story: 'thanked', form: { publicUse: 'yes' } },
  [`post ${paths.statusAddress}`]: { form: { address: 'Weg 2, 54321 Dorf' } },
  [`post ${paths.statusAddressConfirmation}`]: {},
  [`post ${paths.statusWithdrawal}`]: {},
  [`post ${paths.statusData}`]: { answer: 200 },
  [`post ${paths.statusDeletion}`]: {},
  [`post ${paths.statusThanks}`]: { story: 'delivered', form: { words: 'Thank you!', shareable: 'yes' } },
};

/** @throws Error when nobody has said how the route is entered: a new route needs its line above */
export function sampleFor(route: Route): Sample {
  const sample = samples[`${route.method} ${route.path}`];
  if (!sample)
    throw new Error(`no sample request for ${route.method} ${route.path}: add one to test/support/samples.ts`);
  return { story: 'searching', kind: 'item', form: {}, ...sample };
}

/** The routes samples stand for. */
export const sampledRoutes = Object.keys(samples);
