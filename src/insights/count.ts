import { type Calendar, dayOf } from '../domain/working-days';
import { AppealModel } from '../models/appeal';
import { CaseNumbersModel } from '../models/case-numbers';
import { countCase, countedFields } from './count-case';
import { countDay } from './count-day';

/** How many cases are read at a time, so that a large backlog needs no large memory. */
const batch = 200;

/**
 * Brings the numbers up to date: the cases in which something happened, those whose promise has passed, and the days
 * these are on. It may be interrupted anywhere, come twice, and run in several processes at once.
 * @param now when promises are judged
 * @returns how many cases and days were counted
 */
export async function count(calendar: Calendar, now = new Date()): Promise<{ cases: number; days: number }> {
  const today = dayOf(now, calendar);
  const cases = (await countChanged(calendar, today)) + (await countOverdue(calendar, today));
  const days: string[] = await CaseNumbersModel.distinct('staleDays');
  for (const day of days) await countDay(day);
  return { cases, days: days.length };
}

/** Goes on by id, so that a case that another process is counting does not hold up the others. */
async function countChanged(calendar: Calendar, today: string): Promise<number> {
  let [counted, after] = [0, '0'.repeat(24)];
  for (;;) {
    const appeals = await AppealModel.find({ uncounted: true, _id: { $gt: after } }, countedFields)
      .sort({ _id: 1 })
      .limit(batch)
      .lean();
    for (const appeal of appeals) await countCase(appeal, calendar, today);
    counted += appeals.length;
    const last = appeals.at(-1);
    if (!last || appeals.length < batch) return counted;
    after = last._id.toHexString();
  }
}

/** A promise is broken by the mere passing of its day. */
async function countOverdue(calendar: Calendar, today: string): Promise<number> {
  const overdue = await CaseNumbersModel.find({ openUntil: { $gt: '', $lt: today } }, { _id: 1 }).lean();
  for (const { _id } of overdue) {
    const appeal = await AppealModel.findById(_id, countedFields).lean();
    if (appeal) await countCase(appeal, calendar, today);
    else await CaseNumbersModel.updateOne({ _id }, { $set: { openUntil: null } });
  }
  return overdue.length;
}
