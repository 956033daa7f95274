import { Types } from 'mongoose';
import { AppealModel } from '../models/appeal';
import { CustomerModel } from '../models/customer';

const batch = 500;

/**
 * @returns ids of customers' records of before that hour whose case a crash has kept from being written, and which
 * nobody can ever see
 */
export async function customersWithoutCase(before: Date): Promise<Types.ObjectId[]> {
  const last = Types.ObjectId.createFromTime(Math.floor(before.getTime() / 1000));
  const orphans: Types.ObjectId[] = [];
  let waiting: { _id: Types.ObjectId; appeal: string }[] = [];
  const look = async () => {
    const known = await AppealModel.find({ _id: { $in: waiting.map(({ appeal }) => appeal) } }, { _id: 1 }).lean();
    const there = new Set(known.map(({ _id }) => _id.toHexString()));
    orphans.push(...waiting.filter(({ appeal }) => !there.has(appeal)).map(({ _id }) => _id));
    waiting = [];
  };
  for await (const customer of CustomerModel.find({ _id: { $lte: last } }, { appeal: 1 })
    .lean()
    .cursor()) {
    waiting.push(customer);
    if (waiting.length === batch) await look();
  }
  await look();
  return orphans;
}

export async function forgetCustomersWithoutCase(before: Date): Promise<void> {
  await CustomerModel.deleteMany({ _id: { $in: await customersWithoutCase(before) } });
}
