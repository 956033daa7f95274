import { z } from 'zod';
import { carriers, trackingLink } from '../../../domain/carriers';
import type { Shipment } from '../../../domain/shipment';
import { instant, listOf } from './parts';

/** A parcel to the customer. */
export const shipmentSchema = z
  .strictObject({
    id: z.string(),
    findId: z.string().nullable(),
    quantity: z.int(),
    carrier: z.enum(carriers),
    trackingNumber: z.string(),
    trackingUrl: z.string().nullable(),
    shippedAt: instant,
  })
  .meta({ id: 'Shipment' });

export const shipmentsSchema = listOf(shipmentSchema, 'Shipments');

/** For agents alone. */
export function shipmentJson(shipment: Shipment): z.infer<typeof shipmentSchema> {
  const { id, findId, quantity, carrier, trackingNumber } = shipment;
  const trackingUrl = trackingLink(carrier, trackingNumber);
  return { id, findId, quantity, carrier, trackingNumber, trackingUrl, shippedAt: shipment.shippedAt.toISOString() };
}
