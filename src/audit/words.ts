import { randomBytes } from 'node:crypto';
import type { AuditFact, ReadingReason } from '../domain/audit';
import { AuditEntryModel } from '../models/audit-entry';
import { AuditWordsModel } from '../models/audit-words';
import { TombstoneModel } from '../models/tombstone';
import type { Seals } from './seal';

/** What goes into an entry: of words there is their digest alone. */
export interface WordlessFact extends Omit<AuditFact, 'reason'> {
  readonly reason: ReadingReason | null;
  readonly words: string;
}

/**
 * Puts the words of a fact beside the audit. They come first: an entry never names words that were lost in a crash, and
 * words that no entry names go with their case as well.
 */
export async function wordlessFact({ reason, ...fact }: AuditFact, seals: Seals): Promise<WordlessFact> {
  const { choice = null, words = '' } = reason ?? {};
  return { ...fact, reason: choice, words: words && (await keepWords(fact.object, words, seals)) };
}

async function keepWords(appeal: string, words: string, seals: Seals): Promise<string> {
  const salt = randomBytes(16).toString('base64url');
  const digest = seals.digestOf({ appeal, words, salt });
  await AuditWordsModel.create({ _id: digest, appeal, words, salt, at: new Date() });
  // Who is being erased meanwhile is on record already; whoever comes later of the two takes the words away.
  if (await TombstoneModel.exists({ _id: appeal })) await AuditWordsModel.deleteOne({ _id: digest });
  return digest;
}

/** @returns words by their digests; those that were erased are missing */
export async function wordsBy(digests: readonly string[]): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const kept = await AuditWordsModel.find({ _id: { $in: digests } }, { words: 1 }).lean();
  return new Map(kept.map(({ _id, words }) => [_id, words]));
}

/** Erases what was said about a case. The entries stay, and say that it was. */
export async function forgetWordsAbout(appeal: string): Promise<void> {
  await AuditWordsModel.deleteMany({ appeal });
}

/** Erases what is older and was said in entries that are gone. */
export async function forgetWordsBefore(before: Date): Promise<void> {
  const old = (await AuditWordsModel.find({ at: { $lt: before } }, { _id: 1 }).lean()).map(({ _id }) => _id);
  const named = await AuditEntryModel.find({ action: 'reason_given', words: { $in: old } }, { words: 1 }).lean();
  const kept = new Set(named.map(({ words }) => words));
  await AuditWordsModel.deleteMany({ _id: { $in: old.filter((digest) => !kept.has(digest)) } });
}
