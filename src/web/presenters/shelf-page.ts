import type { Page } from '../../appeals/cursor';
import type { Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { type PhotoView, photoView } from './photo-view';

/** The shelf: spares, newest first. */
export interface ShelfPage {
  spares: {
    title: string;
    words: string;
    /** Locale key. */
    condition: string;
    quantity: number;
    place: string;
    holderName: string;
    photo: PhotoView | null;
    shelvedAt: Date;
    /** Null when it was offered freely. */
    appealHref: string | null;
  }[];
  nextHref: string | null;
}

/** @param names of the holders by account id */
export function shelfPage(page: Page<Spare>, names: ReadonlyMap<string, string>): ShelfPage {
  return {
    spares: page.items.map((spare) => ({
      title: spare.title,
      words: spare.words,
      condition: `condition.${spare.condition}`,
      quantity: spare.quantity,
      place: spare.place,
      holderName: names.get(spare.holder) ?? '',
      photo: sparePhoto(spare),
      shelvedAt: spare.shelvedAt,
      appealHref: spare.appeal && link(paths.appeal, { id: spare.appeal }),
    })),
    nextHref: page.next && `${paths.shelf}?after=${page.next}`,
  };
}

function sparePhoto({ id, photos: [photo] }: Spare): PhotoView | null {
  return photo ? photoView(photo, (file) => link(paths.sparePhoto, { spareId: id, photoId: photo.id, file })) : null;
}
