import type { FoundThing } from '../domain/found-thing';
import { Conflict } from '../errors';
import { FoundThingModel, type FoundThingRecord } from '../models/found-thing';

/** How often a change is decided anew because others wrote first. */
const mostRounds = 50;

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

/**
 * Changes what is withheld: decided on what stands there, and again when somebody else wrote meanwhile.
 * @param decide pure but for refusals: it may be asked again
 * @throws whatever `decide` refuses with
 */
export async function changeThing(appealId: string, decide: (thing: FoundThing) => FoundThing): Promise<FoundThing> {
  for (let round = 0; round < mostRounds; round++) {
    const before = await foundThingOf(appealId);
    const after = decide(before);
    if (after === before) return before;
    if (await write(before, after)) return { ...after, version: before.version + 1 };
  }
  throw new Conflict('conflict.busy');
}

/** @returns false when somebody else was faster */
async function write({ version }: FoundThing, { appealId: appeal, ...after }: FoundThing): Promise<boolean> {
  if (version === 0) return create({ ...after, appeal, version: 1 });
  const { marks, question, claims, disposal } = after;
  const { modifiedCount } = await FoundThingModel.updateOne(
    { appeal, version },
    { $set: { marks, question, claims, disposal }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}

async function create(record: Omit<FoundThingRecord, '_id'>): Promise<boolean> {
  try {
    await FoundThingModel.create(record);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 11000) return false;
    throw error;
  }
}

/** The thing as the domain knows it. */
export function toThing(record: FoundThingRecord): FoundThing {
  const { appeal, version, marks, question, claims, disposal } = record;
  return { appealId: appeal, version, marks, question, claims, disposal };
}
