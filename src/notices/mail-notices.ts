import { accountsIn } from '../domain/accounts-in';
import { houseLanguage } from '../domain/languages';
import { translator } from '../i18n/translator';
import { mailHtml } from '../messages/mail-html';
import type { Mailer } from '../messages/mailer';
import { type Account, findAccount, namesOf } from '../people/accounts';
import { groupsOf, type NoticeGroup } from './find-notices';
import { pagePartOf } from './page-part';
import { type Round, sendRounds } from './rounds';
import { type NoticeReader, noticeSentence } from './sentence';
import type { UnsubscribeLinks } from './unsubscribe-links';

/** What mails about notices are made with. */
export interface NoticeMailTools {
  mailer: Mailer;
  unsubscribeLinks: Pick<UnsubscribeLinks, 'tokenOf'>;
  /** Whole addresses, as they stand in mails. */
  appealUrlOf: (appealId: string) => string;
  unsubscribeUrlOf: (token: string) => string;
  wishesUrl: string;
}

/**
 * Mails what is due: one mail a person, with everything that is new to them.
 * @throws AggregateError when some could not be sent; they are tried again
 */
export function mailNotices(tools: NoticeMailTools): Promise<void> {
  return sendRounds('mail', (round) => mailRound(round, tools));
}

async function mailRound({ recipient, notices, name }: Round, tools: NoticeMailTools): Promise<void> {
  const account = await findAccount(recipient);
  const groups = account ? await groupsOf(account, notices) : [];
  // Nobody is there any more, or nothing that they may read.
  if (!account || groups.length === 0) return;
  const language = account.language ?? houseLanguage;
  const names = await namesOf([account.id, ...groups.flatMap(({ appeal }) => accountsIn(appeal))]);
  const kinds = [...new Set(groups.flatMap((group) => group.notices.map(({ kind }) => kind)))];
  const unsubscribeUrl = tools.unsubscribeUrlOf(tools.unsubscribeLinks.tokenOf({ accountId: account.id, kinds }));
  const reader = { actor: account, names, t: translator(language) };
  const text = textOf(account, groups, reader, { ...tools, unsubscribeUrl });
  await tools.mailer({
    to: account.email,
    subject: subjectOf(groups, reader),
    text,
    html: mailHtml(text, language),
    messageId: `<${name}@fundus>`,
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  });
}

function subjectOf(groups: readonly NoticeGroup[], { t }: NoticeReader): string {
  const [first, ...others] = groups;
  if (first && others.length === 0) return t('notice.mail.subjectOne', { title: first.appeal.title });
  return t('notice.mail.subject', { count: groups.length });
}

function textOf(
  { name }: Account,
  groups: readonly NoticeGroup[],
  reader: NoticeReader,
  { appealUrlOf, wishesUrl, unsubscribeUrl }: NoticeMailTools & { unsubscribeUrl: string },
): string {
  const { t } = reader;
  const told = groups.map((group) => {
    const { appeal, notices } = group;
    const sentences = notices.map(({ event, kind }) => {
      const { sentence, values } = noticeSentence(appeal, event, kind, reader);
      return `- ${t(sentence, values)}`;
    });
    return [appeal.title, ...sentences, appealUrlOf(appeal.id) + pagePartOf(group)].join('\n');
  });
  const ending = t('notice.mail.ending', { wishesUrl, unsubscribeUrl });
  return [t('notice.mail.greeting', { name: name.split(' ')[0] ?? '' }), ...told, ending].join('\n\n');
}
