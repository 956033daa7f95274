import { AppealModel } from '../models/appeal';
import { TombstoneModel, type TombstoneRecord } from '../models/tombstone';
import { beginErasingCase, beginErasingCustomer } from './erase-case';
import { type ErasingTools, finishErasing } from './finish-erasing';
import { learnTombstones } from './tombstones';

const batch = 500;

const beginners = { everything: beginErasingCase, customer: beginErasingCustomer };

/**
 * Erases what was erased before and is there again, as a backup was restored; and finishes what was begun.
 * @returns how many cases that were
 */
export async function eraseAgain(tools: ErasingTools): Promise<number> {
  await learnTombstones(tools.dataDir);
  await finishErasing(tools);
  const whole = await beginAgain('everything', { erasedAt: null });
  const customers = await beginAgain('customer', { erasedAt: null, customerErasedAt: null });
  await finishErasing(tools);
  return whole + customers;
}

async function beginAgain(goes: TombstoneRecord['goes'], left: Record<string, null>): Promise<number> {
  let [again, after] = [0, ''];
  for (;;) {
    const tombstones = await TombstoneModel.find({ _id: { $gt: after }, goes })
      .sort({ _id: 1 })
      .limit(batch)
      .lean();
    const records = await AppealModel.find({ _id: { $in: tombstones.map(({ _id }) => _id) }, ...left }).lean();
    for (const record of records) if (await beginners[goes](record, new Date())) again++;
    const last = tombstones.at(-1);
    if (!last || tombstones.length < batch) return again;
    after = last._id;
  }
}
