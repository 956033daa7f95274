import type { PersonSearch } from '../domain/person-search';
import { Conflict } from '../errors';
import { PersonSearchModel, type PersonSearchRecord } from '../models/person-search';

/** How often a change is decided anew because others wrote first. */
const mostRounds = 50;

/** @returns what is known of the person sought in a case; nothing where nobody has said anything */
export async function personSearchOf(appealId: string): Promise<PersonSearch> {
  const record = await PersonSearchModel.findOne({ appeal: appealId }).lean();
  return record ? toSearch(record) : { appealId, version: 0, hints: [], inquiries: [] };
}

/** @returns the same of many cases, by appeal id; those of which nothing is known are not among them */
export async function personSearchesOf(appealIds: readonly string[]): Promise<Map<string, PersonSearch>> {
  if (appealIds.length === 0) return new Map();
  const records = await PersonSearchModel.find({ appeal: { $in: appealIds } }).lean();
  return new Map(records.map((record) => [record.appeal, toSearch(record)]));
}

/**
 * Changes what is known: decided on what stands there, and again when somebody else wrote meanwhile.
 * @param decide pure but for refusals: it may be asked again
 * @throws whatever `decide` refuses with
 */
export async function changeSearch(
  appealId: string,
  decide: (search: PersonSearch) => PersonSearch,
): Promise<PersonSearch> {
  for (let round = 0; round < mostRounds; round++) {
    const before = await personSearchOf(appealId);
    const after = decide(before);
    if (after === before) return before;
    if (await write(before, after)) return { ...after, version: before.version + 1 };
  }
  throw new Conflict('conflict.busy');
}

/** @returns false when somebody else was faster */
async function write({ appealId, version }: PersonSearch, { hints, inquiries }: PersonSearch): Promise<boolean> {
  if (version === 0) return create({ appeal: appealId, version: 1, hints, inquiries });
  const { modifiedCount } = await PersonSearchModel.updateOne(
    { appeal: appealId, version },
    { $set: { hints, inquiries }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}

async function create(record: Omit<PersonSearchRecord, '_id'>): Promise<boolean> {
  try {
    await PersonSearchModel.create(record);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 11000) return false;
    throw error;
  }
}

/** The search as the domain knows it. */
function toSearch({ appeal, version, hints, inquiries }: PersonSearchRecord): PersonSearch {
  return { appealId: appeal, version, hints, inquiries };
}
