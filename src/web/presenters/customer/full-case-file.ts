import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import { originalOf, type Photo, type Picture } from '../../../domain/photo';
import type { Translate } from '../../../i18n/translator';
import type { CustomersMail } from '../../../inbox/customers-mails';
import { caseFile, photoName, photosInFile } from './case-file';

/** What the file is made of besides case and customer. */
export interface FileReader extends Omit<Parameters<typeof caseFile>[2], 'messages'> {
  messages: Parameters<typeof photosInFile>[1];
  mails: readonly CustomersMail[];
  /** Photos that were sent ahead of a form. */
  waiting: readonly Picture[];
}

/**
 * Everything that is held of a customer: what they can fetch themselves, and what we have written down of their request,
 * their mails as they came, and their photos as they were sent. Fields are named in their language.
 */
export function fullCaseFile(appeal: Appeal, customer: Customer, reader: FileReader): unknown {
  const { request, ...file } = caseFile(appeal, customer, reader);
  const { story: words, sought, place, lostOn, hashtags, reward } = appeal;
  const pictures = picturesInFile(appeal, reader);
  const described = new Map(photosInFile(appeal, reader.messages).map((photo) => [photo.id, ownAlt(appeal, photo)]));
  return labelled(
    {
      request: { ...request, words, sought, place, lostOn, hashtags, reward },
      ...file,
      linkUntil: customer.statusLink?.expiresAt.toISOString() ?? '',
      mails: reader.mails.map((mail) => ({
        receivedAt: mail.receivedAt.toISOString(),
        from: mail.from,
        subject: mail.subject,
        text: mail.words,
        file: mail.raw ? mailName(mail) : '',
      })),
      pictures: pictures.map((picture) => ({ file: photoName(picture), description: described.get(picture.id) ?? '' })),
    },
    reader.t,
  );
}

/** @returns all pictures of the file, each once: also as they were before parts of them were made unrecognizable */
export function picturesInFile(
  appeal: Appeal,
  { messages, waiting }: Pick<FileReader, 'messages' | 'waiting'>,
): Picture[] {
  const all = [...photosInFile(appeal, messages), ...appeal.photos.map(originalOf), ...waiting];
  return [...new Map(all.map((picture) => [picture.id, picture])).values()];
}

/** @returns where a mail lies in the file */
export function mailName({ id }: Pick<CustomersMail, 'id'>): string {
  return `mails/${id}.eml`;
}

/** What finders wrote of their photos stays in the house. */
function ownAlt({ finds }: Appeal, { id, alt = '' }: Photo): string {
  return finds.some(({ photo }) => photo?.id === id) ? '' : alt;
}

function labelled(value: unknown, t: Translate): unknown {
  if (Array.isArray(value)) return value.map((one) => labelled(one, t));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [t(`dataFile.${name}`), labelled(one, t)]));
}
