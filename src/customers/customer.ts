import { CustomerModel, type CustomerRecord, type StatusLink } from '../models/customer';

/** What an agent knows of the customer of a case. */
export type CustomerDetails = Pick<
  CustomerRecord,
  'name' | 'handle' | 'email' | 'address' | 'language' | 'originalWords' | 'postUrl'
>;

/** The customer of one case, as agents see them. */
export type Customer = Omit<CustomerRecord, '_id' | 'linkEvent'>;

/** Makes the record of a case's customer. One case has one. */
export async function createCustomer(
  appealId: string,
  details: CustomerDetails,
  statusLink: StatusLink,
): Promise<void> {
  await CustomerModel.create({ appeal: appealId, ...details, statusLink });
}

/** @returns the customer of a case; null once they were erased */
export async function customerOf(appealId: string): Promise<Customer | null> {
  return CustomerModel.findOne({ appeal: appealId }, { _id: 0 }).lean();
}

/** Changes what is known of a customer. */
export async function updateCustomer(appealId: string, details: CustomerDetails): Promise<void> {
  await CustomerModel.updateOne({ appeal: appealId }, { $set: details });
}

/** Removes the record of a case's customer. */
export async function removeCustomer(appealId: string): Promise<void> {
  await CustomerModel.deleteOne({ appeal: appealId });
}
