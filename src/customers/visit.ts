import type { CustomerActor } from '../domain/actor';
import { NotFound } from '../errors';
import { CustomerModel } from '../models/customer';
import type { Customer } from './customer';
import { hashOf } from './status-links';

/** A customer on their status page. */
export interface Visit {
  actor: CustomerActor;
  customer: Customer;
}

/**
 * Recognises a customer by the token of their link.
 * @throws NotFound when the link was never made, was revoked or has expired; the three are not told apart
 */
export async function visitBy(token: string): Promise<Visit> {
  const customer = await CustomerModel.findOne({ 'statusLink.hash': hashOf(token) }, { _id: 0 }).lean();
  if (!customer?.statusLink || customer.statusLink.expiresAt < new Date()) throw new NotFound('error.linkGone');
  return { actor: { kind: 'customer', appealId: customer.appeal }, customer };
}
