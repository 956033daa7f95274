import type { NoticeGroup } from '../../notices/find-notices';
import { pagePartOf } from '../../notices/page-part';
import { type NoticeReader, noticeSentence } from '../../notices/sentence';
import { link, paths } from '../../paths';
import { appealPhotoOrNull, type PhotoView } from './photo-view';
import { timelineIcons } from './timeline-icons';

const mostSentences = 3;

/** View `notices/notices`. */
export interface NoticesPage {
  /** Finished text. */
  heading: string;
  /** What is new, and what was read; one line an appeal. */
  fresh: NoticeLine[];
  old: NoticeLine[];
  readAllAction: string;
  /** When this was so; sent back by the forms. */
  until: number;
}

interface NoticeLine {
  title: string;
  href: string;
  photo: PhotoView | null;
  unread: number;
  /** The newest first. */
  sentences: { icon: string; at: Date; sentence: string; values: Record<string, string | number> }[];
  readAction: string;
}

/** @param groups as they are to be read, what is unread first */
export function noticesPage(groups: readonly NoticeGroup[], reader: NoticeReader, now: Date): NoticesPage {
  const lines = groups.map((group) => noticeLine(group, reader));
  return {
    heading: reader.t('notice.title'),
    fresh: lines.filter(({ unread }) => unread > 0),
    old: lines.filter(({ unread }) => unread === 0),
    readAllAction: paths.allNoticesRead,
    until: now.getTime(),
  };
}

function noticeLine({ appeal, notices, unread }: NoticeGroup, reader: NoticeReader): NoticeLine {
  const told = unread > 0 ? notices.filter(({ read }) => !read) : notices;
  return {
    title: appeal.title,
    href: link(paths.appeal, { id: appeal.id }) + pagePartOf({ appeal, notices: told }),
    photo: appealPhotoOrNull(appeal.id, appeal.photos[0]),
    unread,
    sentences: told.slice(0, mostSentences).map(({ event, kind }) => ({
      icon: timelineIcons[event.type],
      at: event.at,
      ...noticeSentence(appeal, event, kind, reader),
    })),
    readAction: link(paths.noticesRead, { id: appeal.id }),
  };
}
