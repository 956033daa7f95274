import type { Spare } from '../../../domain/spare';
import type { ToRelease } from '../../../found/to-release';
import type { WatchNews } from '../../../matching/watch-news';
import { link, paths } from '../../../paths';
import { appealPhotoOrNull } from '../photo-view';
import { caseGroups } from './case-groups';
import type { DeskCase, DeskGroup, DeskItem, Group, Now } from './desk-item';
import { confirmations, releases, watchNews } from './other-groups';

/** My desk: what waits for the agent, most urgent group first. Groups without items are not in the list. */
export interface DeskPage {
  /** Mails that could not be matched: for all agents, whoever comes first. */
  inbox: { count: number; href: string } | null;
  /** What people outside have lost: for all agents, whoever comes first. */
  lostReports: { count: number; href: string } | null;
  groups: DeskGroup[];
}

/** What waits besides the agent's own cases. */
interface Besides {
  /** Claims in anybody's case that wait for a second agent, such as the reader. */
  toRelease: readonly ToRelease[];
  /** How many reports of people outside wait for any agent. */
  lostReports: number;
  /** Things the agent keeps of which is asked whether they are still there. */
  dueSpares: readonly Spare[];
  /** The searches they keep. */
  watches: readonly WatchNews[];
  /** How many mails wait for any agent. */
  keptMails: number;
}

/** @param cases of one agent, the oldest first */
export function deskPage(
  cases: readonly DeskCase[],
  { dueSpares, watches, keptMails, toRelease, lostReports }: Besides,
  now: Now,
): DeskPage {
  const filled = caseGroups.map((group) => ({
    group,
    entries: cases.filter((entry) => group.holds(entry, now)).sort(group.order),
  }));
  const ofCases = filled
    .filter(({ entries }) => entries.length > 0)
    .map(({ group, entries }) => ({
      heading: `desk.${group.name}.heading`,
      icon: group.icon,
      items: entries.map((entry) => deskItem(group, entry, now)),
    }));
  const isPromise = ({ heading }: DeskGroup) => heading === 'desk.promises.heading';
  const news = watches.filter((one) => one.news.length > 0);
  return {
    lostReports: lostReports > 0 ? { count: lostReports, href: paths.lostReports } : null,
    inbox: keptMails > 0 ? { count: keptMails, href: paths.inbox } : null,
    groups: [
      ...ofCases.filter(isPromise),
      ...(news.length > 0 ? [watchNews(news)] : []),
      ...(toRelease.length > 0 ? [releases(toRelease)] : []),
      ...ofCases.filter((group) => !isPromise(group)),
      ...(dueSpares.length > 0 ? [confirmations(dueSpares)] : []),
    ],
  };
}

function deskItem(group: Group, entry: DeskCase, now: Now): DeskItem {
  const { appeal } = entry;
  return {
    title: appeal.title,
    href: link(paths.appeal, { id: appeal.id }),
    photo: appealPhotoOrNull(appeal.id, appeal.photos[0]),
    line: `desk.${group.name}.line`,
    values: group.values?.(entry, now) ?? {},
    at: appeal.timeline.at(-1)?.at ?? appeal.openedAt,
    action: group.action?.(entry) ?? null,
  };
}
