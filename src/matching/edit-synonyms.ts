import { randomUUID } from 'node:crypto';
import type { AccountActor } from '../domain/actor';
import { wordsIn } from '../domain/words/fold';
import { stemsOf } from '../domain/words/stem';
import { lookupStems, type SynonymGroup, seedGroups, wordsOfLine } from '../domain/words/synonyms';
import { NotFound } from '../errors';
import { SynonymModel } from '../models/synonym';

/** A group as admins see it. */
export interface EditableGroup extends SynonymGroup {
  /** Not as every installation starts with it. */
  changed: boolean;
}

const ownKey = 'own.';
const mostShown = 60;

/**
 * Groups of synonyms, those changed here first.
 * @param text words to look for; empty for all
 */
export async function synonymGroups(text: string): Promise<EditableGroup[]> {
  const changes = await SynonymModel.find().sort({ changedAt: -1 }).limit(2000).lean();
  const changedKeys = new Set(changes.map(({ key }) => key));
  const all = [
    ...changes.map(({ key, words }) => ({ key, words, changed: true })),
    ...seedGroups.filter(({ key }) => !changedKeys.has(key)).map((group) => ({ ...group, changed: false })),
  ];
  return all.filter(({ words }) => words.length > 0 && holds(words, text)).slice(0, mostShown);
}

function holds(words: readonly string[], text: string): boolean {
  const stems = new Set(lookupStems(words));
  const folded = words.flatMap((word) => wordsIn(word).map((placed) => placed.word));
  return wordsIn(text).every(
    ({ word }) => stemsOf(word).some((stem) => stems.has(stem)) || folded.some((one) => one.startsWith(word)),
  );
}

/**
 * Says what a group consists of; what is searched for next knows it.
 * @param key of the group that is changed; null for a new one
 * @param line words with commas between them; none takes the group away
 * @throws NotFound when there is no such group
 */
export async function saveSynonyms(actor: AccountActor, key: string | null, line: string): Promise<void> {
  const words = wordsOfLine(line);
  const saved = key ?? ownKey + randomUUID();
  if (key !== null && !(await isThere(key))) throw new NotFound();
  const group = { words, stems: lookupStems(words), changedBy: actor.id, changedAt: new Date() };
  await SynonymModel.updateOne({ key: saved }, { $set: group }, { upsert: true });
}

async function isThere(key: string): Promise<boolean> {
  return seedGroups.some((group) => group.key === key) || (await SynonymModel.exists({ key })) !== null;
}
