import { z } from 'zod';
import { conditions } from '../../../domain/find';
import { type Deadlines, isLongUnconfirmed, reservationStates, type Spare } from '../../../domain/spare';
import { allowedSpareActions } from '../../../domain/spare-actions';
import { link, paths } from '../../../paths';
import { type ApiReader, attributeSchema, instant, listOf, personJson, personSchema } from './parts';
import { photoSchema, sparePhotoJson } from './photo';

const reservationSchema = z
  .strictObject({
    appealId: z.string(),
    findId: z.string(),
    quantity: z.int(),
    state: z.enum(reservationStates),
    at: instant,
  })
  .meta({ id: 'Reservation' });

/** A thing on the shelf; all may read it. */
export const spareSchema = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    url: z.url(),
    title: z.string(),
    words: z.string(),
    attributes: z.array(attributeSchema),
    tags: z.array(z.string()),
    condition: z.enum(conditions),
    quantity: z.int(),
    free: z.int(),
    place: z.string(),
    holder: personSchema,
    nameForCustomer: z.boolean(),
    photos: z.array(photoSchema),
    entryId: z.string().nullable(),
    shelvedAt: instant,
    confirmedAt: instant,
    longUnconfirmed: z.boolean(),
    withdrawn: z.boolean(),
    reservations: z.array(reservationSchema),
    actions: z.array(z.enum(['reserve', 'confirm', 'edit', 'give_away', 'withdraw'])),
  })
  .meta({ id: 'Spare' });

export const sparesSchema = listOf(spareSchema, 'Spares');

/** What is needed besides. */
export interface SpareApiReader extends ApiReader {
  deadlines: Deadlines;
  /** Ids of appeals the reader may see; of others it is not told that they took something. */
  known: ReadonlySet<string>;
}

export function spareJson(spare: Spare, reader: SpareApiReader): z.infer<typeof spareSchema> {
  const { id, version, title, words, condition, quantity, free, place, nameForCustomer, entryId } = spare;
  const told = spare.reservations.filter(({ appealId }) => reader.known.has(appealId));
  return {
    id,
    version,
    url: reader.baseUrl + link(paths.spare, { spareId: id }),
    title,
    words,
    attributes: spare.attributes.map(({ label, value }) => ({ label, value })),
    tags: [...spare.tags],
    condition,
    quantity,
    free,
    place,
    holder: personJson(spare.holder, reader),
    nameForCustomer,
    photos: spare.photos.map((photo) => sparePhotoJson(id, photo, reader)),
    entryId,
    shelvedAt: spare.shelvedAt.toISOString(),
    confirmedAt: spare.confirmedAt.toISOString(),
    longUnconfirmed: isLongUnconfirmed(spare, reader.deadlines),
    withdrawn: spare.withdrawnAt !== null,
    reservations: told.map(({ appealId, findId, quantity, state, at }) => {
      return { appealId, findId, quantity, state, at: at.toISOString() };
    }),
    actions: allowedSpareActions(reader.actor, spare),
  };
}
