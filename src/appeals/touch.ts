import { AppealModel } from '../models/appeal';
import { toObjectId } from './appeal-record';

/** The clock of the database stamps every change, so that all processes read them in one order. */
export const stamped = { $currentDate: { changedAt: true } } as const;

/** Says that what is shown with a case has changed, such as its customer or a message, though the case itself has not. */
export async function touch(appealId: string): Promise<void> {
  await AppealModel.updateOne({ _id: toObjectId(appealId) }, stamped);
}
