import { z } from 'zod';
import { outcomes } from '../../domain/appeal-status';
import { carriers } from '../../domain/carriers';
import { conditions, type HandOver, handOverWays } from '../../domain/find';
import { checkbox, choice, line, required, text, wholeNumber } from './fields';
import { photoFields, withPhotosChosen } from './photos';
import { version } from './version';

/** What is said of a find. */
export const findFields = {
  quantity: wholeNumber(1, 99),
  place: required(line(120)),
  condition: choice(conditions),
  words: text(1000),
  nameForCustomer: checkbox(),
  photoForCustomer: checkbox(),
};

/** "I have one!" */
export const offerForm = z
  .strictObject({
    ...version,
    ...photoFields,
    ...findFields,
  })
  .transform((typed) => {
    const { version, photos, ...find } = withPhotosChosen(typed);
    return { version, photos, find };
  });

/** A lead. */
export const leadForm = z.strictObject({ ...version, words: required(text(1000)) });

/** "I looked, not here." */
export const lookForm = z.strictObject({ ...version, place: line(120) });

/** Declining or giving up a find, with a kind word. */
export const kindWordForm = z.strictObject({ ...version, words: text(1000) });

/** How a find leaves its finder. */
export const handOverFields = {
  way: choice(handOverWays),
  carrier: choice(carriers).optional(),
  trackingNumber: line(60),
};

type TypedHandOver = z.output<z.ZodObject<typeof handOverFields>>;

/** Carrier and number are asked for a parcel alone; whatever else was sent with them is dropped. */
export function asHandOver({ way, carrier, trackingNumber }: TypedHandOver): HandOver {
  return way === 'parcel'
    ? { way, carrier: carrier ?? 'other', trackingNumber }
    : { way, carrier: null, trackingNumber: '' };
}

/** The finder hands it over. */
export const handOverForm = z
  .strictObject({ ...version, ...handOverFields })
  .transform(({ version, ...typed }) => ({ version, handOver: asHandOver(typed) }));

/** The surplus of a find goes to the shelf: where it stands. */
export const shelveForm = z.strictObject({ ...version, place: required(line(120)) });

/** What is said of the parcel to the customer. */
export const shipmentFields = {
  carrier: choice(carriers),
  trackingNumber: line(60),
  quantity: wholeNumber(1, 99),
};

/** The parcel to the customer. */
export const shipForm = z.strictObject({ ...version, ...shipmentFields });

/** How a case ends. */
export const closureForm = z.strictObject({ ...version, outcome: choice(outcomes) });
