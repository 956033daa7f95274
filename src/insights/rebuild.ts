import type { Calendar } from '../domain/working-days';
import { AppealModel } from '../models/appeal';
import { CaseNumbersModel } from '../models/case-numbers';
import { CountingRuleModel } from '../models/counting-rule';
import { DayNumbersModel } from '../models/day-numbers';
import { count } from './count';
import { countDay } from './count-day';

/** Grows when cases are counted otherwise than before. */
const ruleVersion = 2;

/**
 * Counts everything anew: every case, and every day, also one that no case is on any more. It may run while people work
 * and others count.
 * @returns how many cases and days were counted
 */
export async function rebuild(calendar: Calendar): Promise<{ cases: number; days: number }> {
  await AppealModel.updateMany({}, { $set: { uncounted: true } });
  await forgetCasesThatAreGone();
  const { cases } = await count(calendar);
  const days = await DayNumbersModel.distinct('_id');
  for (const day of days) await countDay(day);
  await CountingRuleModel.updateOne({ _id: 'rule' }, { $set: { rule: ruleOf(calendar) } }, { upsert: true });
  return { cases, days: days.length };
}

/** Counts everything anew where the numbers are missing, or were counted by another rule, time zone or holidays. */
export async function rebuildIfRuleChanged(calendar: Calendar): Promise<void> {
  const kept = await CountingRuleModel.findById('rule').lean();
  if (kept?.rule !== ruleOf(calendar)) await rebuild(calendar);
}

function ruleOf({ timeZone, holidays }: Calendar): string {
  return JSON.stringify([ruleVersion, timeZone, [...holidays].sort()]);
}

async function forgetCasesThatAreGone(): Promise<void> {
  const known = CaseNumbersModel.find({}, { _id: 1 }).lean().cursor();
  for await (const { _id } of known) {
    if (await AppealModel.exists({ _id })) continue;
    const gone = await CaseNumbersModel.findById(_id).lean();
    if (!gone) continue;
    const nothing = { marks: [], days: [], openUntil: null };
    await CaseNumbersModel.updateOne(
      { _id },
      { $set: nothing, $addToSet: { staleDays: { $each: gone.days } }, $inc: { serial: 1 } },
    );
  }
}
