import { changeBeside } from '../appeals/change-beside';
import type { FoundThing } from '../domain/found-thing';
import { isFirst } from '../models/duplicate';
import { FoundThingModel, type FoundThingRecord } from '../models/found-thing';

/** @returns what is withheld of the found thing of a case; nothing where nobody has said anything */
export async function foundThingOf(appealId: string): Promise<FoundThing> {
  const record = await FoundThingModel.findOne({ appeal: appealId }).lean();
  return record ? toThing(record) : { appealId, version: 0, marks: '', question: '', claims: [], disposal: null };
}

/** @returns the same of many cases, by appeal id; those of which nothing is known are not among them */
export async function foundThingsOf(appealIds: readonly string[]): Promise<Map<string, FoundThing>> {
  if (appealIds.length === 0) return new Map();
  const records = await FoundThingModel.find({ appeal: { $in: appealIds } }).lean();
  return new Map(records.map((record) => [record.appeal, toThing(record)]));
}

/** Changes what is withheld, as `changeBeside` does. */
export async function changeThing(appealId: string, decide: (thing: FoundThing) => FoundThing): Promise<FoundThing> {
  return changeBeside({ read: foundThingOf, write }, appealId, decide);
}

/** @returns false when somebody else was faster */
async function write({ version }: FoundThing, { appealId: appeal, ...after }: FoundThing): Promise<boolean> {
  if (version === 0) return isFirst(() => FoundThingModel.create({ ...after, appeal, version: 1 }));
  const { marks, question, claims, disposal } = after;
  const { modifiedCount } = await FoundThingModel.updateOne(
    { appeal, version },
    { $set: { marks, question, claims, disposal }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}

/** The thing as the domain knows it. */
export function toThing(record: FoundThingRecord): FoundThing {
  const { appeal, version, marks, question, claims, disposal } = record;
  return { appealId: appeal, version, marks, question, claims, disposal };
}
