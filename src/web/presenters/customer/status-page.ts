import type { CustomerActor } from '../../../domain/actor';
import { allowedActions } from '../../../domain/allowed-actions';
import type { Appeal } from '../../../domain/appeal';
import { trackingLink } from '../../../domain/carriers';
import type { Find } from '../../../domain/find';
import { type Language, languages } from '../../../domain/languages';
import type { Translate } from '../../../i18n/translator';
import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { link, paths } from '../../../paths';
import type { FormState } from '../option';
import { paragraphs } from '../paragraphs';
import { type PhotoView, photoView } from '../photo-view';
import { type RailStep, rail } from '../rail';
import { type EventView, timelineView } from '../timeline-view';

/** What a customer sees of their own case by the secret link. No colleague's name unless that colleague agreed. */
export interface StatusPage {
  title: string;
  kind: string;
  /** Locale keys: where the search stands, in a sentence, and what happens next. */
  headline: string;
  next: string;
  status: string;
  photos: PhotoView[];
  rail: RailStep[];
  /** First names of finders who agreed to be named. */
  finders: string[];
  tracking: { carrier: string; trackingNumber: string; href: string | null } | null;
  timeline: EventView[];
  messages: { fromUs: boolean; body: string[]; writtenAt: Date }[];
  confirmAction: string | null;
  replyAction: string | null;
  /** Fields: words, shareable (checkbox). */
  thanksAction: string | null;
  thanked: boolean;
  languageLinks: { language: string; label: string; href: string; current: boolean }[];
  /** `reply` or `thanks` when that form came back with errors. */
  rejected: string | null;
  form: FormState | null;
}

/** What the status page is made of, besides the case. */
export interface StatusReader {
  actor: CustomerActor;
  token: string;
  /** The language the page is read in. */
  language: Language;
  /** The language the customer is known to read; another one stands in the addresses. */
  ownLanguage: Language;
  t: Translate;
  /** What we wrote and they answered; messages not yet posted are left out here. */
  messages: readonly Message[];
  /** Names of the finders by account id. */
  names: ReadonlyMap<string, string>;
  statusUrl: string;
  rejected?: { name: string; form: FormState };
}

type ActionPath = typeof paths.statusDelivery | typeof paths.statusReplies | typeof paths.statusThanks;

/** The case as its customer reads it. */
export function statusPage(appeal: Appeal, reader: StatusReader): StatusPage {
  const { actor, token, rejected, language, ownLanguage } = reader;
  const action = (pattern: ActionPath) => inLanguage(link(pattern, { token }), language, ownLanguage);
  const allowed = allowedActions(actor, appeal);
  return {
    title: appeal.title,
    kind: appeal.kind,
    status: appeal.status,
    headline: `customer.headline.${appeal.kind}.${standing(appeal)}`,
    next: `customer.next.${appeal.kind}.${standing(appeal)}`,
    photos: appeal.photos.map((photo) =>
      photoView(photo, (file) => link(paths.statusPhoto, { token, photoId: photo.id, file })),
    ),
    rail: rail(appeal),
    finders: appeal.finds.filter(helped).flatMap(({ finder }) => firstName(reader.names.get(finder))),
    tracking: tracking(appeal),
    timeline: timelineView(appeal, { ...reader, projection: 'customer', words: new Map() }),
    messages: reader.messages.filter(reachedCustomer).map((message) => ({
      fromUs: message.kind === 'update',
      body: paragraphs(fillLink(message.body, reader.statusUrl)),
      writtenAt: message.writtenAt,
    })),
    confirmAction: allowed.includes('confirm_delivery') ? action(paths.statusDelivery) : null,
    replyAction: allowed.includes('reply') ? action(paths.statusReplies) : null,
    thanksAction: allowed.includes('thank') ? action(paths.statusThanks) : null,
    thanked: appeal.timeline.some((event) => event.type === 'customer_thanked'),
    languageLinks: languages.map((other) => ({
      language: other,
      label: `common.language.${other}`,
      href: statusHref(token, other, ownLanguage),
      current: other === language,
    })),
    rejected: rejected?.name ?? null,
    form: rejected?.form ?? null,
  };
}

/** Where the status page is read in a language. */
export function statusHref(token: string, language: Language, ownLanguage: Language): string {
  return inLanguage(link(paths.status, { token }), language, ownLanguage);
}

function inLanguage(href: string, language: Language, ownLanguage: Language): string {
  return language === ownLanguage ? href : `${href}?language=${language}`;
}

/** Where the case stands; a closed one says how it ended. */
function standing({ status, outcome }: Appeal): string {
  return status === 'closed' ? `closed_${outcome}` : status;
}

function helped(find: Find): boolean {
  return find.nameForCustomer && ['accepted', 'handed_over', 'received', 'shelved'].includes(find.state);
}

function firstName(name: string | undefined): string[] {
  return name?.split(' ').slice(0, 1) ?? [];
}

function tracking(appeal: Appeal): StatusPage['tracking'] {
  const shipment = appeal.shipments.at(-1);
  if (!shipment || shipment.trackingNumber === '') return null;
  const { carrier, trackingNumber } = shipment;
  return { carrier: `carrier.${carrier}`, trackingNumber, href: trackingLink(carrier, trackingNumber) };
}

/** A text the agent has not posted yet, or a mail still waiting, has not been said. */
function reachedCustomer({ state }: Message): boolean {
  return state === 'sent' || state === 'posted' || state === 'received';
}
