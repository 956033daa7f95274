import { z } from 'zod';
import { findActions } from '../../../domain/actions';
import { allowedFindActions } from '../../../domain/allowed-actions';
import { type Appeal, remainingOf } from '../../../domain/appeal';
import { carriers } from '../../../domain/carriers';
import { conditions, type Find, findStates, handOverWays } from '../../../domain/find';
import { type ApiReader, instant, listOf, personJson, personSchema } from './parts';
import { appealPhotoJson, photoSchema } from './photo';

/** A find as an agent or its own finder sees it. */
export const findSchema = z
  .strictObject({
    id: z.string(),
    appealId: z.string(),
    finder: personSchema,
    spareId: z.string().nullable(),
    quantity: z.int(),
    remaining: z.int(),
    place: z.string(),
    condition: z.enum(conditions),
    words: z.string(),
    photo: photoSchema.nullable(),
    state: z.enum(findStates),
    nameForCustomer: z.boolean(),
    photoForCustomer: z.boolean(),
    handOver: z
      .strictObject({ way: z.enum(handOverWays), carrier: z.enum(carriers).nullable(), trackingNumber: z.string() })
      .nullable(),
    offeredAt: instant,
    actions: z.array(z.enum(findActions)),
  })
  .meta({ id: 'Find' });

export const findsSchema = listOf(findSchema, 'Finds');

/** For agents and the finder alone. */
export function findJson(appeal: Appeal, find: Find, reader: ApiReader): z.infer<typeof findSchema> {
  const { id, quantity, place, condition, words, photo, state, nameForCustomer, photoForCustomer, handOver } = find;
  return {
    id,
    appealId: appeal.id,
    finder: personJson(find.finder, reader),
    spareId: find.spareId ?? null,
    quantity,
    remaining: remainingOf(appeal, find),
    place,
    condition,
    words,
    photo: photo && appealPhotoJson(appeal.id, photo, reader),
    state,
    nameForCustomer,
    photoForCustomer,
    handOver: handOver && { way: handOver.way, carrier: handOver.carrier, trackingNumber: handOver.trackingNumber },
    offeredAt: find.offeredAt.toISOString(),
    actions: allowedFindActions(reader.actor, appeal, find),
  };
}
