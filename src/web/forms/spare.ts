import { z } from 'zod';
import { carriers } from '../../domain/carriers';
import { conditions } from '../../domain/find';
import { shelfStates } from '../../shelf/find-spares';
import type { OfferedSpare } from '../../shelf/offer-spare';
import { checkbox, choice, line, required, text, wholeNumber } from './fields';
import { keptAmong, photoFields, withPhotosChosen } from './photos';
import { version } from './version';
import { attributeLabels, attributesOf, attributeValues, recordId, recordIdOrNone, tagLine } from './words';

/** The shelf's address; whatever is not a filter of ours is no filter. */
export const shelfQuery = z
  .object({
    q: z.string().trim().max(200).catch(''),
    state: z.enum(shelfStates).catch('free'),
    after: z.string().max(60).catch(''),
  })
  .transform(({ q, state, after }) => ({ text: q, state, cursor: after }));

/** What is said of a spare, but for its features and tags. */
export const spareFields = {
  title: required(line(120)),
  words: text(2000),
  condition: choice(conditions),
  quantity: wholeNumber(1, 99),
  place: required(line(120)),
  nameForCustomer: checkbox(),
};

const { title, words, ...others } = spareFields;

// A refused form names its errors in this order.
const fields = {
  title,
  words,
  attributeLabel: attributeLabels,
  attributeValue: attributeValues,
  tags: tagLine,
  ...others,
};

/** "I could give away ..." */
export const offerSpareForm = z.strictObject({ ...fields, ...photoFields }).transform((typed) => {
  const { photos, ...offered } = withPhotosChosen(typed);
  return { offered: asOffered(offered), photos };
});

/** An edited spare. */
export const editSpareForm = z.strictObject({ ...fields, ...photoFields, ...version }).transform((typed) => {
  const { version, photos, ...offered } = withPhotosChosen(typed);
  return { edit: { seenVersion: version, offered: asOffered(offered), ...keptAmong(photos) }, photos };
});

function asOffered({ attributeLabel, attributeValue, ...rest }: z.output<z.ZodObject<typeof fields>>): OfferedSpare {
  return { ...rest, attributes: attributesOf(attributeLabel, attributeValue) };
}

/** Pieces went elsewhere. */
export const giveAwayForm = z.strictObject({ quantity: wholeNumber(1, 99) });

/** A button that says everything. */
export const pressForm = z.strictObject({});

/** On the appeal's page: which spare. */
export const reserveForm = z.strictObject({ ...version, spareId: recordId, quantity: wholeNumber(1, 99) });

/** On the spare's page: for which appeal. */
export const reserveForForm = z.strictObject({ appealId: recordId, quantity: wholeNumber(1, 99) });

/** The agent has what was reserved: on the desk, or packed at once. */
export const handOverSpareForm = z
  .strictObject({
    ...version,
    to: choice(['desk', 'customer']),
    carrier: choice(carriers).optional(),
    trackingNumber: line(60),
  })
  .transform(({ version, to, carrier, trackingNumber }) => ({
    version,
    parcel: to === 'customer' ? { carrier: carrier ?? ('other' as const), trackingNumber } : null,
  }));

/** Which thing of the catalogue it is. */
export const linkForm = z.strictObject({ ...version, entryId: recordIdOrNone });
