import { type Target, transition } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import type { Spare } from '../domain/spare';
import { changeSpare } from '../shelf/change-spare';
import { catalogueEntryOf } from './find-entries';

/**
 * Says which thing of the catalogue an appeal is about.
 * @param entryId null when it is none of them
 * @throws NotFound when there is no such entry
 */
export async function linkAppeal(target: Target, entryId: string | null): Promise<Appeal> {
  if (entryId !== null) await catalogueEntryOf(entryId);
  return transition({
    ...target,
    action: 'edit',
    apply: () => ({ fact: { type: 'appeal_edited', fields: ['entryId'] }, change: { entryId } }),
  });
}

/**
 * Says which thing of the catalogue a spare is.
 * @param entryId null when it is none of them
 * @throws NotFound when there is no such spare, or no such entry
 */
export async function linkSpare(spareId: string, entryId: string | null): Promise<Spare> {
  if (entryId !== null) await catalogueEntryOf(entryId);
  return changeSpare(spareId, () => ({ entryId }));
}
