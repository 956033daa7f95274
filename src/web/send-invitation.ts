import type { Request } from 'express';
import { chooseLanguage, translator } from '../i18n/translator';
import { link, paths } from '../paths';
import type { Account } from '../people/accounts';
import { invite } from '../people/invite';
import type { Services } from '../services';
import { flash } from './flash';

/**
 * Mails somebody the link by which they set a password, and tells the admin; the link, too, as mails get lost.
 * @throws NotFound when the account is not in use
 */
export async function sendInvitation(request: Request, account: Account, services: Services): Promise<void> {
  const url = services.config.baseUrl + link(paths.invitation, { token: await invite(account.id) });
  const values = { email: account.email, url };
  try {
    await services.mailer(mailFor(account, url, request.viewer.language));
    flash(request, 'flash.invited', values);
  } catch (error) {
    services.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'an invitation was not sent');
    flash(request, 'flash.invitedWithoutMail', values, 'notice');
  }
}

/** In the reader's language, or else in that of whoever invites. */
function mailFor({ name, email, language }: Account, url: string, otherwise: string) {
  const t = translator(chooseLanguage(language ?? otherwise));
  return {
    to: { name, address: email },
    subject: t('account.mail.subject'),
    text: t('account.mail.text', { name, url }),
  };
}
