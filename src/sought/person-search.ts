import { changeBeside } from '../appeals/change-beside';
import type { PersonSearch } from '../domain/person-search';
import { isFirst } from '../models/duplicate';
import { PersonSearchModel, type PersonSearchRecord } from '../models/person-search';

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

/** Changes what is known, as `changeBeside` does. */
export async function changeSearch(
  appealId: string,
  decide: (search: PersonSearch) => PersonSearch,
): Promise<PersonSearch> {
  return changeBeside({ read: personSearchOf, write }, appealId, decide);
}

/** @returns false when somebody else was faster */
async function write({ appealId, version }: PersonSearch, { hints, inquiries }: PersonSearch): Promise<boolean> {
  if (version === 0) return isFirst(() => PersonSearchModel.create({ appeal: appealId, version: 1, hints, inquiries }));
  const { modifiedCount } = await PersonSearchModel.updateOne(
    { appeal: appealId, version },
    { $set: { hints, inquiries }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}

/** The search as the domain knows it. */
function toSearch({ appeal, version, hints, inquiries }: PersonSearchRecord): PersonSearch {
  return { appealId: appeal, version, hints, inquiries };
}
