import type { RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { parseForm } from '../forms/parse';
import { readingReasonForm } from '../forms/reading-reason';
import { localPath } from '../local-path';
import { seeOther } from '../page';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';
import type { appealPage } from './appeal-page';
import { param } from './params';

/** An agent says why they read the customer's data in a case of somebody else: the entry itself opens it. */
export function readingReasonController(
  services: Pick<Services, 'audit'>,
  page: ReturnType<typeof appealPage>,
): RequestHandler {
  return page.form('readingReason', async (request, response) => {
    const { reason, reasonWords, next } = parseForm(readingReasonForm, request.body);
    const { id } = await appealFor(actorOf(request), param(request, 'id'));
    const given = { choice: reason, words: reasonWords };
    await recordAction(services.audit, request, 'reason_given', id, { reason: given });
    seeOther(response, next === '' ? link(paths.appeal, { id }) : localPath(next));
  });
}
