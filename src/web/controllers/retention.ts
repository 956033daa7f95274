import type { RequestHandler } from 'express';
import { namesOf } from '../../people/accounts';
import { deletionRequests } from '../../retention/deletion-requests';
import type { Services } from '../../services';
import { showPage } from '../page';
import { retentionPage } from '../presenters/retention-page';

/** What is kept how long, and which customers wait to be erased. */
export function retentionController({ config }: Pick<Services, 'config'>): RequestHandler {
  return async (_request, response) => {
    const requests = await deletionRequests();
    const names = await namesOf(requests.map(({ openedBy }) => openedBy));
    showPage(response, 'admin/retention', retentionPage(config.retentionDays, requests, names));
  };
}
