import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import { findPhotosForCustomer } from '../../../domain/customer-photos';
import type { Photo } from '../../../domain/photo';
import { type ThanksConsent, thanksConsent } from '../../../domain/thanks-consent';
import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { timelineView } from '../timeline-view';
import { firstName, helped, reachedCustomer, type StatusReader } from './status-page';

/** Everything we hold of a customer and their case, as they take it home. Sentences are in their language. */
export interface CaseFile {
  request: { title: string; kind: string; standing: string; askedAt: string; photos: string[] };
  you: Pick<Customer, 'name' | 'handle' | 'email' | 'address' | 'language' | 'originalWords' | 'postUrl'>;
  consent: ThanksConsent | null;
  parcels: { carrier: string; trackingNumber: string; sentAt: string }[];
  finders: string[];
  /** What the person sought had us pass on. */
  passedOn: string;
  photosOfFinds: string[];
  messages: { from: string; writtenAt: string; subject: string; text: string; photos: string[] }[];
  story: { at: string; sentence: string }[];
}

/** @param customer the whole record: it is theirs */
export function caseFile(
  appeal: Appeal,
  customer: Customer,
  reader: Pick<StatusReader, 't' | 'names' | 'messages' | 'statusUrl' | 'given'>,
): CaseFile {
  const { t, names, messages, statusUrl } = reader;
  const { name, handle, email, address, language, originalWords, postUrl } = customer;
  return {
    request: {
      title: appeal.title,
      kind: t(`kind.${appeal.kind}`),
      standing: t(`status.${appeal.status}`),
      askedAt: appeal.openedAt.toISOString(),
      photos: appeal.photos.map(photoName),
    },
    you: { name, handle, email, address, language, originalWords, postUrl },
    consent: thanksConsent(appeal),
    parcels: appeal.shipments.map(({ carrier, trackingNumber, shippedAt }) => ({
      carrier: t(`carrier.${carrier}`),
      trackingNumber,
      sentAt: shippedAt.toISOString(),
    })),
    finders: appeal.finds.filter(helped).flatMap(({ finder }) => firstName(names.get(finder))),
    passedOn: reader.given?.agreed ?? '',
    photosOfFinds: findPhotosForCustomer(appeal).map(photoName),
    messages: messages.filter(reachedCustomer).map((message) => ({
      from: message.kind === 'update' ? t('customer.us') : t('customer.you'),
      writtenAt: message.writtenAt.toISOString(),
      subject: message.subject,
      text: fillLink(message.body, statusUrl),
      photos: message.photos.map(photoName),
    })),
    story: timelineView(appeal, { projection: 'customer', t, names: new Map(), words: new Map() }).map(
      ({ at, sentence, values }) => ({ at: at.toISOString(), sentence: t(sentence, values) }),
    ),
  };
}

/** @returns the photos a case file names, each once */
export function photosInFile(appeal: Appeal, messages: readonly Message[]): Photo[] {
  const sent = messages.filter(reachedCustomer).flatMap(({ photos }) => photos);
  const all = [...appeal.photos, ...findPhotosForCustomer(appeal), ...sent];
  return [...new Map(all.map((photo) => [photo.id, photo])).values()];
}

/** @returns where a photo lies in the file */
export function photoName({ id }: Photo): string {
  return `photos/${id.slice(0, 16)}.jpg`;
}
