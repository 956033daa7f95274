import type { Spare } from '../../../domain/spare';
import type { ToRelease } from '../../../found/to-release';
import type { WatchNews } from '../../../matching/watch-news';
import { link, paths } from '../../../paths';
import { sparePhoto } from '../spare-view';
import type { DeskGroup, DeskItem } from './desk-item';

/** Claims that a second agent decides on. */
export function releases(claims: readonly ToRelease[]): DeskGroup {
  return {
    heading: 'desk.toRelease.heading',
    icon: 'users',
    items: claims.map(({ appealId, title, judgedAt }) => ({
      title,
      href: `${link(paths.appeal, { id: appealId })}#found-thing`,
      photo: null,
      line: 'desk.toRelease.line',
      values: {},
      at: judgedAt,
      action: null,
    })),
  };
}

/** What has turned up for the agent's searches. */
export function watchNews(watches: readonly WatchNews[]): DeskGroup {
  return { heading: 'desk.watches.heading', icon: 'bell', items: watches.map(watchItem) };
}

function watchItem({ watch, title, news }: WatchNews): DeskItem {
  return {
    title,
    href: paths.watches,
    photo: null,
    line: 'desk.watches.line',
    values: { count: news.length },
    at: watch.seenAt,
    action: { href: link(paths.watchSeen, { watchId: watch.id }), label: 'watch.seen', icon: 'check', opens: false },
  };
}

/** Things the agent keeps of which is asked whether they are there. */
export function confirmations(spares: readonly Spare[]): DeskGroup {
  return {
    heading: 'desk.toConfirm.heading',
    icon: 'eye',
    items: spares.map(({ id, title, photos: [photo], confirmedAt }) => ({
      title,
      href: link(paths.spare, { spareId: id }),
      photo: photo ? sparePhoto(id, photo) : null,
      line: 'desk.toConfirm.line',
      values: {},
      at: confirmedAt,
      action: {
        href: link(paths.spareConfirmation, { spareId: id }),
        label: 'spare.held.confirm',
        icon: 'eye',
        opens: false,
      },
    })),
  };
}
