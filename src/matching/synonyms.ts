import { type Entry, entryOf, lookupStems, type SynonymGroup, seedGroupsOf } from '../domain/words/synonyms';
import { SynonymModel } from '../models/synonym';

/** Finds, for a stem, the words of the same meaning. */
export type Synonyms = (stems: readonly string[]) => Entry[];

/**
 * Looks up the synonyms of several things at once.
 * @param stems of all of them
 */
export async function synonymsFor(stems: readonly string[]): Promise<Synonyms> {
  const seeds = seedGroupsOf(stems);
  const changed = await SynonymModel.find({
    $or: [{ key: { $in: seeds.map(({ key }) => key) } }, { stems: { $in: stems } }],
  })
    .select('key words')
    .lean();
  const replaced = new Set(changed.map(({ key }) => key));
  const groups = [...seeds.filter(({ key }) => !replaced.has(key)), ...changed];
  const byStem = groupsByStem(groups);
  return (wanted) =>
    [...new Set(wanted.flatMap((stem) => byStem.get(stem) ?? []))].flatMap(({ words }) => words.map(entryOf));
}

function groupsByStem(groups: readonly Pick<SynonymGroup, 'words'>[]) {
  const byStem = new Map<string, Pick<SynonymGroup, 'words'>[]>();
  for (const group of groups)
    for (const stem of lookupStems(group.words)) byStem.set(stem, [...(byStem.get(stem) ?? []), group]);
  return byStem;
}
