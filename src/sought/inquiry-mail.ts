import { houseLanguage } from '../domain/languages';
import { deadlineOf, type Inquiry } from '../domain/person-search';
import { translator } from '../i18n/translator';
import type { Account } from '../people/accounts';

/**
 * The mail with the link. What it is about stands on the page behind it alone: mail is read over shoulders, and kept by
 * others.
 */
export function inquiryMail({ name, email, language }: Account, inquiry: Inquiry, url: string) {
  const spoken = language ?? houseLanguage;
  const t = translator(spoken);
  const until = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'Europe/Berlin' });
  return {
    to: { name, address: email },
    subject: t('inquiry.mail.subject'),
    text: t('inquiry.mail.text', { name, url, until: until.format(deadlineOf(inquiry)) }),
  };
}
