import type { Page } from '../../appeals/cursor';
import type { HappyEnd } from '../../appeals/happy-ends';
import type { Photo } from '../../domain/photo';
import { link, paths } from '../../paths';
import { paragraphs } from './paragraphs';
import { appealPhoto, appealPhotoOrNull, type PhotoView } from './photo-view';

/** Closed cases with thanks, only what the customer agreed to show. */
export interface HappyEndsPage {
  stories: {
    title: string;
    href: string;
    photo: PhotoView | null;
    /** The customer's words, by paragraphs. */
    thanks: string[];
    /** That came with the words. */
    photos: PhotoView[];
    /** The customer agrees that everybody sees it. */
    publicUse: boolean;
    at: Date;
  }[];
  nextHref: string | null;
}

/**
 * @param words of the thanks by message id
 * @param photos that came with them, by message id
 */
export function happyEndsPage(
  page: Page<HappyEnd>,
  words: ReadonlyMap<string, string>,
  photos: ReadonlyMap<string, Photo[]>,
): HappyEndsPage {
  return {
    stories: page.items.map((end) => ({
      title: end.title,
      href: link(paths.appeal, { id: end.id }),
      photo: appealPhotoOrNull(end.id, end.photo),
      thanks: paragraphs(words.get(end.messageId) ?? ''),
      photos: (photos.get(end.messageId) ?? []).map((photo) => appealPhoto(end.id, photo)),
      publicUse: end.publicUse,
      at: end.thankedAt,
    })),
    nextHref: page.next && `${paths.happyEnds}?after=${page.next}`,
  };
}
