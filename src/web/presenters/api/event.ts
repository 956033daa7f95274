import { z } from 'zod';
import type { Appeal } from '../../../domain/appeal';
import { eventsFor } from '../../../domain/timeline-audience';
import type { TimelineEvent } from '../../../domain/timeline-event';
import { type ApiReader, type CaseReader, instant, listOf, personJson, personSchema } from './parts';

/** What happened. Nothing anybody wrote is in it. */
export const eventSchema = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    at: instant,
    by: personSchema.nullable(),
    findId: z.string().optional(),
    spareId: z.string().optional(),
    shipmentId: z.string().optional(),
    quantity: z.int().optional(),
  })
  .meta({ id: 'Event' });

export const eventsSchema = listOf(eventSchema, 'Events');

/** The events a reader may know of, the oldest first; by nobody is by the customer. */
export function eventsJson(appeal: Appeal, reader: CaseReader): z.infer<typeof eventSchema>[] {
  const events = eventsFor(reader.reads ? 'agent' : 'colleague', appeal);
  return events.map((event) => eventJson(event, reader));
}

function eventJson(event: TimelineEvent, reader: ApiReader): z.infer<typeof eventSchema> {
  const { id, type, at, actor } = event;
  return {
    id,
    type,
    at: at.toISOString(),
    by: actor.kind === 'account' ? personJson(actor.id, reader) : null,
    ...('findId' in event && { findId: event.findId }),
    ...('spareId' in event && { spareId: event.spareId }),
    ...('shipmentId' in event && { shipmentId: event.shipmentId }),
    ...('quantity' in event && { quantity: event.quantity }),
  };
}
