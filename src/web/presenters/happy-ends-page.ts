import type { Page } from '../../appeals/cursor';
import type { HappyEnd } from '../../appeals/happy-ends';
import { link, paths } from '../../paths';
import { paragraphs } from './paragraphs';
import { appealPhotoOrNull, type PhotoView } from './photo-view';

/** Closed cases with thanks, only what the customer agreed to show. */
export interface HappyEndsPage {
  stories: {
    title: string;
    href: string;
    photo: PhotoView | null;
    /** The customer's words, by paragraphs. */
    thanks: string[];
    at: Date;
  }[];
  nextHref: string | null;
}

/** @param words of the thanks by message id */
export function happyEndsPage(page: Page<HappyEnd>, words: ReadonlyMap<string, string>): HappyEndsPage {
  return {
    stories: page.items.map((end) => ({
      title: end.title,
      href: link(paths.appeal, { id: end.id }),
      photo: appealPhotoOrNull(end.id, end.photo),
      thanks: paragraphs(words.get(end.messageId) ?? ''),
      at: end.thankedAt,
    })),
    nextHref: page.next && `${paths.happyEnds}?after=${page.next}`,
  };
}
