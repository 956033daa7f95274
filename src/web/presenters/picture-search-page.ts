import type { PicturedCard } from '../../appeals/search-picture';
import type { Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { type CardView, cardView } from './board-page';
import type { PhotoView } from './photo-view';
import { sparePhoto } from './spare-view';

/** What looks like a picture. The same for everybody. */
export interface PictureSearchPage {
  spares: { title: string; href: string; place: string; photo: PhotoView | null; look: string }[];
  found: (CardView & { look: string })[];
}

/** @param spares on the shelf; @param cards of published appeals */
export function pictureSearchPage(
  spares: readonly { spare: Spare; look: number }[],
  cards: readonly PicturedCard[],
): PictureSearchPage {
  return {
    spares: spares.map(({ spare: { id, title, place, photos }, look }) => ({
      title,
      href: link(paths.spare, { spareId: id }),
      place,
      photo: photos[0] ? sparePhoto(id, photos[0]) : null,
      look: String(Math.round(look * 100)),
    })),
    found: cards.map(({ card, look }) => ({ ...cardView(card), look: String(Math.round(look * 100)) })),
  };
}
