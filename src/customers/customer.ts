import type { Language } from '../domain/languages';
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

/**
 * Changes what is known of a customer.
 * @param languageSeen the language that was known when the details were written down: where the customer has chosen
 * another since, theirs stays
 */
export async function updateCustomer(
  appealId: string,
  { language, ...details }: CustomerDetails,
  languageSeen?: Language,
): Promise<void> {
  await CustomerModel.updateOne({ appeal: appealId }, { $set: details });
  const asSeen = languageSeen ? { language: languageSeen } : {};
  await CustomerModel.updateOne({ appeal: appealId, ...asSeen }, { $set: { language } });
}

/** Removes the record of a case's customer. */
export async function removeCustomer(appealId: string): Promise<void> {
  await CustomerModel.deleteOne({ appeal: appealId });
}
