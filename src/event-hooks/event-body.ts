import { z } from 'zod';
import { type Appeal, kinds } from '../domain/appeal';
import { statuses } from '../domain/appeal-status';
import { type EventName, eventNames } from '../domain/event-names';
import type { TimelineEvent } from '../domain/timeline-event';

/** What is told outside of an event: which case it was about and where that stands. No word anybody wrote, no name. */
export const eventBodySchema = z
  .strictObject({
    type: z.enum(eventNames),
    timestamp: z.iso.datetime(),
    data: z.strictObject({
      eventId: z.string(),
      appealId: z.string(),
      kind: z.enum(kinds),
      status: z.enum(statuses),
      version: z.int(),
      findId: z.string().optional(),
      spareId: z.string().optional(),
      shipmentId: z.string().optional(),
      quantity: z.int().optional(),
    }),
  })
  .meta({ id: 'WebhookEvent' });

export function eventBody(appeal: Appeal, event: TimelineEvent, name: EventName): z.infer<typeof eventBodySchema> {
  const { id: appealId, kind, status, version } = appeal;
  return {
    type: name,
    timestamp: event.at.toISOString(),
    data: {
      eventId: event.id,
      appealId,
      kind,
      status,
      version,
      ...('findId' in event && { findId: event.findId }),
      ...('spareId' in event && { spareId: event.spareId }),
      ...('shipmentId' in event && { shipmentId: event.shipmentId }),
      ...('quantity' in event && { quantity: event.quantity }),
    },
  };
}
