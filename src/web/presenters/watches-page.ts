import type { WatchNews } from '../../matching/watch-news';
import { link, paths } from '../../paths';
import { type MatchView, matchView } from './matches-page';

/** The searches an agent keeps, and what is new for each. */
export interface WatchesPage {
  watches: {
    title: string;
    /** Where it is searched for, or the appeal it is for. */
    href: string;
    until: Date;
    matches: MatchView[];
    seenAction: string;
    endAction: string;
  }[];
}

/** @param all of one agent */
export function watchesPage(all: readonly WatchNews[]): WatchesPage {
  return {
    watches: all.map(({ watch, title, news }) => ({
      title,
      href: watch.appeal
        ? link(paths.appeal, { id: watch.appeal })
        : `${paths.board}?q=${encodeURIComponent(watch.text)}`,
      until: watch.expiresAt,
      matches: news.map((one) => matchView(one, null, {})),
      seenAction: link(paths.watchSeen, { watchId: watch.id }),
      endAction: link(paths.watchEnd, { watchId: watch.id }),
    })),
  };
}
