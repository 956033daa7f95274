import { randomUUID } from 'node:crypto';
import { type Appeal, chosenFind, remainingOf } from '../domain/appeal';
import type { Shipment } from '../domain/shipment';
import { InvalidInput } from '../errors';
import { type Target, transition } from './transition';

/** What the agent fills in when the parcel is packed. */
export type NewShipment = Pick<Shipment, 'carrier' | 'trackingNumber' | 'quantity'>;

/**
 * Sends the thing from the desk to the customer.
 * @throws InvalidInput when more pieces are to be sent than there are
 */
export async function ship(target: Target, given: NewShipment): Promise<Appeal> {
  return transition({
    ...target,
    action: 'ship',
    apply: (appeal) => {
      const shipment = pack(appeal, given);
      return {
        fact: { type: 'shipped', shipmentId: shipment.id, carrier: shipment.carrier },
        change: { shipments: [...appeal.shipments, shipment] },
      };
    },
  });
}

function pack(appeal: Appeal, given: NewShipment): Shipment {
  const available = shippable(appeal);
  if (given.quantity > available)
    throw new InvalidInput('error.invalidInput', { quantity: 'refusal.tooManyPieces' }, { available });
  return { ...given, id: randomUUID(), findId: chosenFind(appeal)?.id ?? null, shippedAt: new Date() };
}

/** @returns how many pieces lie at the desk; an owner case starts with its one thing there */
export function shippable(appeal: Appeal): number {
  const find = chosenFind(appeal);
  return find ? remainingOf(appeal, find) : 1;
}
