import type { Photo } from '../../domain/photo';
import { type Deadlines, isLongUnconfirmed, type Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { type PhotoView, photoView } from './photo-view';

/** A spare among others, as anybody in the company sees it. */
export interface SpareCard {
  id: string;
  href: string;
  title: string;
  words: string;
  /** Locale key. */
  condition: string;
  /** Pieces nobody has taken. */
  free: number;
  place: string;
  /** Colleagues may be asked about what they keep; customers never see this. */
  holderName: string;
  photo: PhotoView | null;
  shelvedAt: Date;
  confirmedAt: Date;
  /** Nobody has said for long that it is still there. */
  stale: boolean;
  withdrawn: boolean;
}

/** What is needed besides the spare. */
export interface ShelfReader {
  /** Names of accounts by id. */
  names: ReadonlyMap<string, string>;
  deadlines: Deadlines;
}

/** @returns the spare as it stands on the shelf */
export function spareCard(spare: Spare, { names, deadlines }: ShelfReader): SpareCard {
  const { id, title, words, condition, free, place, holder, photos, shelvedAt, confirmedAt } = spare;
  return {
    id,
    href: link(paths.spare, { spareId: id }),
    title,
    words,
    condition: `condition.${condition}`,
    free,
    place,
    holderName: names.get(holder) ?? '',
    photo: photos[0] ? sparePhoto(id, photos[0]) : null,
    shelvedAt,
    confirmedAt,
    stale: isLongUnconfirmed(spare, deadlines),
    withdrawn: spare.withdrawnAt !== null,
  };
}

/** A photo of a spare. */
export function sparePhoto(spareId: string, photo: Photo): PhotoView {
  return photoView(photo, (file) => link(paths.sparePhoto, { spareId, photoId: photo.id, file }));
}
