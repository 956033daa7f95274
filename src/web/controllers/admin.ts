import type { RequestHandler } from 'express';
import { accountsPage } from '../../people/find-accounts';
import type { Services } from '../../services';
import { showPage } from '../page';
import { adminPage } from '../presenters/admin-page';

/** What there is to administer, and how the house reaches its customers. */
export function adminController({ config }: Services): RequestHandler {
  return async (_request, response) => {
    const { total } = await accountsPage('', '');
    const { smtpUrl, imapUrl, webhook } = config;
    const served = { smtp: smtpUrl !== undefined, replies: imapUrl !== undefined, suite: webhook?.channels ?? [] };
    showPage(response, 'admin/admin', adminPage(total, served));
  };
}
