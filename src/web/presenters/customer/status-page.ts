import type { Customer } from '../../../customers/customer';
import type { CustomerActor } from '../../../domain/actor';
import { allowedActions } from '../../../domain/allowed-actions';
import type { Appeal } from '../../../domain/appeal';
import { trackingLink } from '../../../domain/carriers';
import { findPhotosForCustomer } from '../../../domain/customer-photos';
import { type Find, takenStates } from '../../../domain/find';
import { type Language, languages } from '../../../domain/languages';
import type { Inquiry } from '../../../domain/person-search';
import type { Photo } from '../../../domain/photo';
import type { Translate } from '../../../i18n/translator';
import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { link, paths } from '../../../paths';
import type { FormState } from '../option';
import { paragraphs } from '../paragraphs';
import { type PhotoRow, photoRows } from '../photo-rows';
import type { PhotoView } from '../photo-view';
import { type RailStep, rail } from '../rail';
import { type EventView, timelineView } from '../timeline-view';
import { type ApprovalView, approvalView } from './approval';
import { standing } from './standing';
import { statusPhoto } from './status-photo';
import { type ActionHref, type Wishes, wishes } from './wishes';

/** What a customer sees of their own case by the secret link. No colleague's name unless that colleague agreed. */
export interface StatusPage {
  title: string;
  kind: string;
  /** Locale keys: where the search stands, in a sentence, and what happens next. */
  headline: string;
  next: string;
  status: string;
  /** When they hear from us next: a day, `YYYY-MM-DD`; `isDue`: it has passed. Null where nothing is open. */
  promise: { day: string; isDue: boolean } | null;
  /** What colleagues see, where the customer is asked to agree. */
  approval: ApprovalView | null;
  photos: PhotoView[];
  /** Of what was found, where the finder agreed. */
  findPhotos: PhotoView[];
  rail: RailStep[];
  /** What the person sought has agreed to tell the customer, word for word, by paragraphs; null where there is nothing. */
  given: { isMessage: boolean; words: string[] } | null;
  /** First names of finders who agreed to be named. */
  finders: string[];
  tracking: { carrier: string; trackingNumber: string; href: string | null } | null;
  timeline: EventView[];
  messages: { fromUs: boolean; body: string[]; photos: PhotoView[]; writtenAt: Date }[];
  confirmAction: string | null;
  /** Fields: words, photos and those of photo-rows.ts. */
  replyAction: string | null;
  replyPhotos: PhotoRow[];
  /** Fields: words, photos and those of photo-rows.ts, shareable and publicUse (checkboxes). */
  thanksAction: string | null;
  thanksPhotos: PhotoRow[];
  /** Where photos are sent ahead of their form. */
  waitingPhotosHref: string;
  thanked: boolean;
  wishes: Wishes;
  /** Where the language is chosen. Field: language. */
  languageAction: string;
  languageChoices: { language: string; label: string; current: boolean }[];
  /** The form that came back with errors under its name: `reply`, `thanks`, `address`, `consent`, `approval` or `changes`. */
  rejected: Partial<Record<string, FormState>>;
  /** What was wrong with it, and what the ids of its fields begin with. */
  errors: { prefix: string; list: FormState['errors'] } | null;
}

/** What the status page is made of, besides the case. */
export interface StatusReader {
  actor: CustomerActor;
  customer: Pick<Customer, 'address' | 'language'>;
  token: string;
  /** The language the page is read in. */
  language: Language;
  t: Translate;
  /** What we wrote and they answered; messages not yet posted are left out here. */
  messages: readonly Message[];
  /** Names of the finders by account id. */
  names: ReadonlyMap<string, string>;
  statusUrl: string;
  promise: StatusPage['promise'];
  /** What was given to the customer; null where nothing was. */
  given: Pick<Inquiry, 'answer' | 'agreed'> | null;
  rejected?: { name: string; form: FormState };
  /** Photos that came with a form that was refused. */
  waiting?: readonly PhotoRow[];
}

/** The case as its customer reads it. */
export function statusPage(appeal: Appeal, reader: StatusReader): StatusPage {
  const { actor, customer, token, rejected, language } = reader;
  const action: ActionHref = (pattern) => inLanguage(link(pattern, { token }), language, customer.language);
  const allowed = allowedActions(actor, appeal);
  const approval = approvalView(appeal, { token, hrefOf: action });
  const shown = (photos: readonly Photo[]) => photos.map((photo) => statusPhoto(token, photo));
  return {
    title: appeal.title,
    kind: appeal.kind,
    status: appeal.status,
    headline: `customer.headline.${standing(appeal)}`,
    next: `customer.next.${standing(appeal)}`,
    promise: reader.promise,
    approval,
    photos: showsPhotos(appeal, approval) ? shown(appeal.photos) : [],
    // What a finder wrote of a photo is for the house.
    findPhotos: shown(findPhotosForCustomer(appeal)).map((photo) => ({ ...photo, alt: '' })),
    rail: rail(appeal),
    given: reader.given && { isMessage: reader.given.answer === 'message', words: paragraphs(reader.given.agreed) },
    finders: appeal.finds.filter(helped).flatMap(({ finder }) => firstName(reader.names.get(finder))),
    tracking: tracking(appeal),
    timeline: timelineView(appeal, { ...reader, projection: 'customer', words: new Map() }),
    messages: reader.messages.filter(reachedCustomer).map((message) => ({
      fromUs: message.kind === 'update',
      body: paragraphs(fillLink(message.body, reader.statusUrl)),
      photos: shown(message.photos),
      writtenAt: message.writtenAt,
    })),
    confirmAction: allowed.includes('confirm_delivery') ? action(paths.statusDelivery) : null,
    replyAction: allowed.includes('reply') ? action(paths.statusReplies) : null,
    replyPhotos: rowsOf('reply', reader),
    thanksAction: allowed.includes('thank') ? action(paths.statusThanks) : null,
    thanksPhotos: rowsOf('thanks', reader),
    waitingPhotosHref: action(paths.statusWaitingPhotos),
    thanked: appeal.timeline.some((event) => event.type === 'customer_thanked'),
    wishes: wishes(appeal, customer, allowed, action),
    languageAction: link(paths.statusLanguage, { token }),
    languageChoices: languages.map((other) => ({
      language: other,
      label: `common.language.${other}`,
      current: other === language,
    })),
    rejected: rejected ? { [rejected.name]: rejected.form } : {},
    errors: rejected ? { prefix: `${rejected.name}-`, list: rejected.form.errors } : null,
  };
}

/** What the customer is asked about shows them already; a draft they are not asked about is not theirs to see yet. */
function showsPhotos({ status }: Appeal, approval: ApprovalView | null): boolean {
  return approval ? approval.agreeAction === null : status !== 'draft';
}

/** @returns the photos that came with a form of that name when it was refused */
function rowsOf(name: string, { rejected, waiting = [] }: StatusReader): PhotoRow[] {
  return rejected?.name === name ? photoRows(rejected.form.values, waiting) : [];
}

/** Where the status page is read in a language. */
export function statusHref(token: string, language: Language, ownLanguage: Language): string {
  return inLanguage(link(paths.status, { token }), language, ownLanguage);
}

function inLanguage(href: string, language: Language, ownLanguage: Language): string {
  return language === ownLanguage ? href : `${href}?language=${language}`;
}

export function helped(find: Find): boolean {
  return find.nameForCustomer && takenStates.includes(find.state);
}

export function firstName(name: string | undefined): string[] {
  return name?.split(' ').slice(0, 1) ?? [];
}

function tracking(appeal: Appeal): StatusPage['tracking'] {
  const shipment = appeal.shipments.at(-1);
  if (!shipment || shipment.trackingNumber === '') return null;
  const { carrier, trackingNumber } = shipment;
  return { carrier: `carrier.${carrier}`, trackingNumber, href: trackingLink(carrier, trackingNumber) };
}

/** A text the agent has not posted yet, or a mail still waiting, has not been said. */
export function reachedCustomer({ state }: Message): boolean {
  return state === 'sent' || state === 'posted' || state === 'received';
}
