import type { Appeal, Attribute } from '../../../domain/appeal';
import type { Photo } from '../../../domain/photo';
import { paths } from '../../../paths';
import { paragraphs } from '../paragraphs';
import type { PhotoView } from '../photo-view';

/** What colleagues read and see of an appeal itself; a customer who is asked to agree is shown the very same. */
export interface PublishedView {
  title: string;
  kind: string;
  kindLabel: string;
  photos: PhotoView[];
  /** The story by paragraphs. */
  story: string[];
  sought: Attribute[];
  reward: string;
  place: string;
  /** `YYYY-MM-DD` or empty. */
  lostOn: string;
  hashtags: { tag: string; href: string }[];
}

/** @param shown draws a photo with the addresses under which the reader gets it */
export function publishedView(appeal: Appeal, shown: (photo: Photo) => PhotoView): PublishedView {
  return {
    title: appeal.title,
    kind: appeal.kind,
    kindLabel: `kind.${appeal.kind}`,
    photos: appeal.photos.map(shown),
    story: paragraphs(appeal.story),
    sought: appeal.sought.map(({ label, value }) => ({ label, value })),
    reward: appeal.reward,
    place: appeal.place,
    lostOn: appeal.lostOn,
    hashtags: appeal.hashtags.map((tag) => ({ tag, href: `${paths.board}?q=${encodeURIComponent(`#${tag}`)}` })),
  };
}
