import { type CustomerDetails, updateCustomer } from '../customers/customer';
import type { Appeal, AppealWords } from '../domain/appeal';
import type { Channel } from '../domain/channels';
import type { Language } from '../domain/languages';
import { Stale } from '../errors';
import type { PhotoStore } from '../photos/photo-store';
import { editedPhotos, type PhotosKept } from './edited-photos';
import { removeUnused } from './keep-photos';
import { touch } from './touch';
import { type Target, transition, unlessBroughtAbout } from './transition';
import { idsWithout, type SentPhoto, withPhotos } from './with-photos';

/** An appeal's words, customer and photos as an agent wants them. */
export interface AppealEdit extends PhotosKept {
  channel: Channel;
  words: AppealWords;
  customer: CustomerDetails;
  /** The customer's language as the form came with it. */
  languageSeen?: Language;
}

/**
 * Changes what an appeal says. The kind stays: it sets the rules of the case.
 * @throws InvalidInput when a photo is refused or there are too many
 * @throws Stale when somebody else edited it since the page was opened
 * @throws LostRace when it cannot be edited (any more)
 */
export async function editAppeal(
  target: Target,
  edit: AppealEdit,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
): Promise<Appeal> {
  let dropped: string[] = [];
  const appeal = await unlessBroughtAbout(target, 'edit', () =>
    withPhotos(photoStore, sent, (added, byWait) =>
      transition({
        ...target,
        action: 'edit',
        apply: (before) => {
          refuseStale(before, target.seenVersion);
          const photos = editedPhotos(before.photos, edit, added, byWait);
          dropped = idsWithout(before.photos, photos);
          const change = { ...edit.words, channel: edit.channel, photos };
          return { fact: { type: 'appeal_edited', fields: changedFields(before, change) }, change };
        },
      }),
    ),
  );
  await updateCustomer(appeal.id, edit.customer, edit.languageSeen);
  await touch(appeal.id);
  await removeUnused(photoStore, dropped);
  return appeal;
}

/**
 * Two edits exclude each other, whatever the status; the second must see the first. So does an address the customer
 * has corrected meanwhile: the form still holds the old one.
 */
function refuseStale(appeal: Appeal, seenVersion: number | undefined): void {
  if (seenVersion === undefined) return;
  const since = appeal.timeline.slice(seenVersion);
  if (since.some(({ type }) => type === 'appeal_edited' || type === 'address_corrected'))
    throw new Stale('conflict.edited');
}

const wordFields = ['title', 'story', 'sought', 'place', 'lostOn', 'hashtags', 'reward', 'photos'] as const;

function changedFields(before: Appeal, after: Pick<Appeal, (typeof wordFields)[number]>) {
  return wordFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
