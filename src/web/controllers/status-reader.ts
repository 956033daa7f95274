import type { Request } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import type { Appeal } from '../../domain/appeal';
import { givenToCustomer } from '../../domain/person-search';
import { hearsBy } from '../../domain/promise';
import { type Calendar, dayOf } from '../../domain/working-days';
import { translator } from '../../i18n/translator';
import { messagesOf } from '../../messages/find-messages';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { personSearchOf } from '../../sought/person-search';
import type { StatusReader } from '../presenters/customer/status-page';
import { visitOf } from '../visit';
import { param } from './params';

/** @returns the case behind a status link, and what its presenters need besides */
export async function statusReaderOf(
  request: Request,
  { statusUrlOf, config }: Pick<Services, 'statusUrlOf' | 'config'>,
): Promise<{ appeal: Appeal; reader: StatusReader }> {
  const { actor, customer } = visitOf(request);
  const appeal = await appealFor(actor, actor.appealId);
  const { language } = request.viewer;
  const reader = {
    actor,
    customer,
    token: param(request, 'token'),
    language,
    t: translator(language),
    messages: await messagesOf(appeal.id),
    names: await namesOf(appeal.finds.map(({ finder }) => finder)),
    promise: promiseOf(appeal, config.calendar),
    given: appeal.kind === 'person' ? givenToCustomer(await personSearchOf(appeal.id)) : null,
    statusUrl: customer.statusLink ? statusUrlOf(customer.statusLink) : '',
  };
  return { appeal, reader };
}

function promiseOf(appeal: Appeal, calendar: Calendar): StatusReader['promise'] {
  const day = hearsBy(appeal, calendar);
  return day === null ? null : { day, isDue: day < dayOf(new Date(), calendar) };
}
