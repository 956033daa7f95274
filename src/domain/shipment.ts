import type { Carrier } from './carriers';

/** A thing on its way from the agent's desk to the customer. */
export interface Shipment {
  id: string;
  /** The find it was taken from; null where the thing itself started at the desk (owner cases). */
  findId: string | null;
  quantity: number;
  carrier: Carrier;
  trackingNumber: string;
  shippedAt: Date;
}
