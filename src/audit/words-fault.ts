import type { AuditEntryRecord } from '../models/audit-entry';
import { AuditWordsModel } from '../models/audit-words';
import { TombstoneModel } from '../models/tombstone';
import { isSame, type Seals } from './seal';

export type WordsFault = 'words_changed' | 'words_missing';

type Entry = Pick<AuditEntryRecord, 'object' | 'words'>;

/** @returns what is wrong with the words of an entry; null where they are as given, or were erased with their case */
export async function wordsFault({ object, words: digest }: Entry, seals: Seals): Promise<WordsFault | null> {
  if (digest === '') return null;
  const kept = await AuditWordsModel.findById(digest).lean();
  if (!kept) return (await TombstoneModel.exists({ _id: object })) ? null : 'words_missing';
  const genuine = kept.appeal === object && isSame(digest, seals.digestOf(kept));
  return genuine ? null : 'words_changed';
}
