import { appealAllowing } from '../appeals/appeal-allowing';
import { type CustomerTarget, transition } from '../appeals/transition';
import { AppError, Conflict, NotFound } from '../errors';
import { CustomerModel } from '../models/customer';
import { customerOf } from './customer';

/**
 * The customer has seen the address the parcel will go to, and it is right.
 * @throws Conflict when there is none
 */
export async function confirmAddress(target: CustomerTarget): Promise<void> {
  const customer = await customerOf(target.appealId);
  if (!customer?.address) throw new Conflict('conflict.notNow');
  await transition({ ...target, action: 'confirm_address', apply: () => ({ fact: { type: 'address_confirmed' } }) });
}

/**
 * The customer says where the parcel shall go. The address is written first: should we fall over in between, the label
 * is right and only the event is missing.
 * @throws LostRace when the parcel is packed already
 */
export async function correctAddress(target: CustomerTarget, address: string): Promise<void> {
  await appealAllowing(target, 'correct_address');
  const before = await CustomerModel.findOneAndUpdate({ appeal: target.appealId }, { $set: { address } }).lean();
  if (!before) throw new NotFound();
  try {
    await transition({ ...target, action: 'correct_address', apply: () => ({ fact: { type: 'address_corrected' } }) });
  } catch (error) {
    if (error instanceof AppError)
      await CustomerModel.updateOne({ appeal: target.appealId, address }, { $set: { address: before.address } });
    throw error;
  }
}
