import type { KeptMail } from '../../inbox/kept-mails';
import { link, paths } from '../../paths';
import type { FormState } from './option';
import { paragraphs } from './paragraphs';

/** Mails that wait for an agent: what nobody could match, and what programs sent. */
export interface InboxPage {
  groups: { heading: string; hint: string; mails: KeptMailView[] }[];
}

interface KeptMailView {
  id: string;
  from: string;
  subject: string;
  /** The beginning of what was written, by paragraphs. */
  words: string[];
  /** Locale key: why it waits. */
  reason: string;
  receivedAt: Date;
  originalHref: string;
  assignAction: string;
  discardAction: string;
  /** The case it seems to be about, which nobody has proven. */
  suggestion: { title: string; href: string; id: string } | null;
  /** What came back with errors. */
  form: FormState | null;
}

/** What the page is made of, besides the mails. */
interface InboxReader {
  /** Titles of cases by id. */
  titles: ReadonlyMap<string, string>;
  rejected?: { mailId: string; form: FormState };
}

const mostShown = 600;

/** @param mails nobody has decided on, the newest first */
export function inboxPage(mails: readonly KeptMail[], reader: InboxReader): InboxPage {
  const isOfProgram = ({ reason }: KeptMail) => reason === 'automatic';
  const groups = [
    { name: 'toDecide', mails: mails.filter((mail) => !isOfProgram(mail)) },
    { name: 'automatic', mails: mails.filter(isOfProgram) },
  ];
  return {
    groups: groups
      .filter((group) => group.mails.length > 0)
      .map((group) => ({
        heading: `inbox.${group.name}.heading`,
        hint: `inbox.${group.name}.hint`,
        mails: group.mails.map((mail) => mailView(mail, reader)),
      })),
  };
}

function mailView(mail: KeptMail, { titles, rejected }: InboxReader): KeptMailView {
  const mailId = mail.id;
  const title = titles.get(mail.appeal ?? '');
  return {
    id: mailId,
    from: mail.from,
    subject: mail.subject,
    words: paragraphs(mail.words.slice(0, mostShown)),
    reason: `inbox.reason.${mail.reason}`,
    receivedAt: mail.receivedAt,
    originalHref: link(paths.keptMailOriginal, { mailId }),
    assignAction: link(paths.keptMailAssignment, { mailId }),
    discardAction: link(paths.keptMailDiscard, { mailId }),
    suggestion: mail.appeal && title ? { id: mail.appeal, title, href: link(paths.appeal, { id: mail.appeal }) } : null,
    form: rejected?.mailId === mailId ? rejected.form : null,
  };
}
