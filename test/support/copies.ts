import { Types } from 'mongoose';
import { appealFor } from '../../src/appeals/find-appeals';
import { createCustomer } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { AppealModel } from '../../src/models/appeal';
import type { Services } from '../../src/services';
import { newAppeal } from './cases';
import { person } from './plain-appeal';

/** Another case that has come just as far; bringing each one there by the verbs would take most of the time. */
export async function copyOf({ statusLinks }: Pick<Services, 'statusLinks'>, { id }: Appeal): Promise<Appeal> {
  const copy = new Types.ObjectId();
  const record = await AppealModel.findById(id).lean();
  await AppealModel.create({ ...record, _id: copy });
  await createCustomer(copy.toHexString(), newAppeal().customer, statusLinks.issue());
  return appealFor(person('anybody', 'agent'), copy.toHexString());
}
