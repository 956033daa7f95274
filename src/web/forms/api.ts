import { z } from 'zod';
import { boardOrders } from '../../appeals/board';
import type { NewAppeal } from '../../appeals/open-appeal';
import { mostPhotos } from '../../appeals/with-photos';
import { kinds } from '../../domain/appeal';
import { outcomes, publishedStatuses } from '../../domain/appeal-status';
import { carriers } from '../../domain/carriers';
import { channels } from '../../domain/channels';
import { mostAlt } from '../../domain/photo';
import { shelfStates } from '../../shelf/find-spares';
import { appealFields, customerFields } from './appeal';
import { asHandOver, findFields, handOverFields, shipmentFields } from './case';
import { checkbox, choice, line, text, wholeNumber } from './fields';
import { spareFields } from './spare';
import { postedFields, updateBody, updateFields } from './update';
import { attributeList, recordId, tagList } from './words';

/** What programs send: the fields of the pages' forms, put together as JSON has it. */

const cursor = z.string().max(60, 'error.field.tooLong').default('');
const words = z.string().max(200, 'error.field.tooLong').default('');

/** What is to be seen on the photos that come along, in their order. */
const photoAlts = z.array(line(mostAlt)).max(mostPhotos, 'error.field.choose').default([]);

export const boardFilters = z.strictObject({
  q: words,
  kind: choice(kinds).nullable().default(null),
  status: choice(publishedStatuses as [(typeof publishedStatuses)[number], ...typeof publishedStatuses])
    .nullable()
    .default(null),
  sort: choice(boardOrders).default('relevance'),
  cursor,
});

export const shelfFilters = z.strictObject({ q: words, state: choice(shelfStates).default('free'), cursor });

export const newAppealBody = z
  .strictObject({
    kind: choice(kinds),
    channel: choice(channels),
    ...appealFields,
    sought: attributeList,
    hashtags: tagList,
    customer: z.strictObject(customerFields),
    entryId: recordId.nullable().default(null),
    publish: checkbox(),
    photoAlts,
  })
  .transform(({ kind, channel, customer, entryId, publish, photoAlts: alts, ...words }) => {
    const given: NewAppeal = { kind, channel, words, customer, entryId };
    return { given, publish, alts };
  });

export const newFindBody = z
  .strictObject({ ...findFields, photoAlts })
  .transform(({ photoAlts: alts, ...find }) => ({ find, alts }));

export const handOverBody = z.strictObject(handOverFields).transform(asHandOver);

export const newShipmentBody = z.strictObject(shipmentFields);

export const closureBody = z.strictObject({ outcome: choice(outcomes) });

/** With a kind word, or none. */
export const kindWordBody = z.strictObject({ words: text(1000) });

/** A command that says everything. */
export const bareBody = z.strictObject({});

export const newUpdateBody = z.strictObject({ ...updateFields, body: updateBody });

export const postedBody = z.strictObject(postedFields);

export const reservationBody = z.strictObject({ spareId: recordId, quantity: wholeNumber(1, 99) });

export const spareHandOverBody = z
  .strictObject({ to: choice(['desk', 'customer']), carrier: choice(carriers).optional(), trackingNumber: line(60) })
  .transform(({ to, carrier = 'other', trackingNumber }) => (to === 'customer' ? { carrier, trackingNumber } : null));

export const newSpareBody = z
  .strictObject({ ...spareFields, attributes: attributeList, tags: tagList, photoAlts })
  .transform(({ photoAlts: alts, ...offered }) => ({ offered, alts }));

export const giftBody = z.strictObject({ quantity: wholeNumber(1, 99) });
