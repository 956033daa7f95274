import type { Request, RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { waitingPhotosOfCase } from '../../appeals/waiting-photos';
import { type Customer, customerOf } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';
import { givenToCustomer } from '../../domain/person-search';
import { Forbidden, NotFound } from '../../errors';
import { translator } from '../../i18n/translator';
import { customersMails } from '../../inbox/customers-mails';
import { messagesOf } from '../../messages/find-messages';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { personSearchOf } from '../../sought/person-search';
import { accessTo } from '../customer-access';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { photoName } from '../presenters/customer/case-file';
import { type FileReader, fullCaseFile, mailName, picturesInFile } from '../presenters/customer/full-case-file';
import { recordAction } from '../recording';
import { sendZip } from '../send-zip';
import { actorOf } from '../viewer';
import { param } from './params';

type Needs = Pick<Services, 'statusUrlOf' | 'photoStore' | 'audit'>;

/**
 * Everything that is held of a customer, for an agent to give to them. Not by GET, although it changes nothing: what
 * opens every link shall not carry it away.
 */
export function customerDataController({ statusUrlOf, photoStore, audit }: Needs): RequestHandler {
  return async (request, response) => {
    parseForm(bareForm, request.body);
    const { appeal, customer, reader } = await held(request, statusUrlOf);
    const access = await accessTo(request, appeal);
    if (!access) throw new Forbidden('error.reasonFirst');
    await recordAction(audit, request, 'data_exported', appeal.id, access);
    const pictures = picturesInFile(appeal, reader).map((picture) => ({
      name: photoName(picture),
      file: photoStore.fileOf(picture.id, 'large.jpg'),
    }));
    const mails = reader.mails.flatMap((mail) => (mail.raw ? [{ name: mailName(mail), text: mail.raw }] : []));
    const text = JSON.stringify(fullCaseFile(appeal, customer, reader), null, 2);
    await sendZip(response, reader.t('customer.dataFile'), [{ name: 'data.json', text }, ...pictures, ...mails]);
  };
}

/** @throws NotFound when the customer was erased */
async function held(
  request: Request,
  statusUrlOf: Needs['statusUrlOf'],
): Promise<{ appeal: Appeal; customer: Customer; reader: FileReader }> {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  const customer = await customerOf(appeal.id);
  if (!customer) throw new NotFound();
  const [messages, names, mails, waiting, search] = await Promise.all([
    messagesOf(appeal.id),
    namesOf(appeal.finds.map(({ finder }) => finder)),
    customersMails(appeal.id, customer.email),
    waitingPhotosOfCase(appeal.id),
    personSearchOf(appeal.id),
  ]);
  const given = appeal.kind === 'person' ? givenToCustomer(search) : null;
  const statusUrl = customer.statusLink ? statusUrlOf(customer.statusLink) : '';
  const reader = { t: translator(customer.language), messages, names, mails, waiting, given, statusUrl };
  return { appeal, customer, reader };
}
