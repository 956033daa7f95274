import { type Appeal, awaitsAnswer, awaitsDeletion, chosenFind, hasNewAddress } from '../../domain/appeal';
import { approvalOf, isOpenToCustomer, isWithheld } from '../../domain/approval';
import type { FoundThing } from '../../domain/found-thing';
import { awaitsNextStep, hasNewHints, type PersonSearch } from '../../domain/person-search';
import { isOurWord, whatWasSaid } from '../../domain/said';
import type { Spare } from '../../domain/spare';
import type { ToRelease } from '../../found/to-release';
import type { WatchNews } from '../../matching/watch-news';
import type { Message } from '../../messages/find-messages';
import { link, paths } from '../../paths';
import { appealPhotoOrNull, type PhotoView } from './photo-view';
import { sparePhoto } from './spare-view';

/** My desk: what waits for the agent, most urgent group first. Groups without items are not in the list. */
export interface DeskPage {
  /** Mails that could not be matched: for all agents, whoever comes first. */
  inbox: { count: number; href: string } | null;
  /** What people outside have lost: for all agents, whoever comes first. */
  lostReports: { count: number; href: string } | null;
  groups: DeskGroup[];
}

interface DeskGroup {
  /** Locale key of the heading, such as `desk.findsToAnswer.heading`. */
  heading: string;
  icon: string;
  items: DeskItem[];
}

interface DeskItem {
  title: string;
  href: string;
  photo: PhotoView | null;
  /** Locale key and placeholders of the line below the title. */
  line: string;
  values: Record<string, string | number>;
  at: Date;
  /** What can be done right here; `opens`: a page with a draft, and changes nothing yet. */
  action: { href: string; label: string; icon: string; opens: boolean } | null;
}

/** A case on the desk, with what was written in it. */
export interface DeskCase {
  appeal: Appeal;
  messages: readonly Message[];
  /** Day, `YYYY-MM-DD`, by which the customer hears next; null where nothing is open. */
  hearsBy: string | null;
  /** What is known of the person sought; missing where nothing is. */
  person?: PersonSearch | undefined;
  /** What is withheld of a found thing; missing where nothing is. */
  found?: FoundThing | undefined;
}

/** What the groups ask besides the case. */
interface Now {
  /** `YYYY-MM-DD` */
  today: string;
  /** Says a day in the reader's language. */
  sayDay: (day: string) => string;
  /** Found things whose search began before this hour have been kept long enough. */
  keptSince: Date;
}

interface Group {
  name: string;
  icon: string;
  holds: (entry: DeskCase, now: Now) => boolean;
  values?: (entry: DeskCase, now: Now) => Record<string, string | number>;
  action?: (entry: DeskCase) => DeskItem['action'];
  order?: (one: DeskCase, other: DeskCase) => number;
}

/** What waits, the most urgent first; a case may wait for several things. */
const groups: readonly Group[] = [
  {
    name: 'promises',
    icon: 'alarm-clock',
    holds: ({ hearsBy }, { today }) => hearsBy !== null && hearsBy <= today,
    values: ({ hearsBy }, { sayDay }) => ({ day: sayDay(hearsBy ?? '') }),
    action: overdueDraft,
    order: (one, other) => (one.hearsBy ?? '').localeCompare(other.hearsBy ?? ''),
  },
  { name: 'replies', icon: 'reply', holds: ({ appeal }) => awaitsAnswer(appeal) },
  {
    name: 'soughtAnswered',
    icon: 'heart-handshake',
    holds: ({ appeal, person }) => appeal.status === 'searching' && person !== undefined && awaitsNextStep(person),
  },
  {
    name: 'hints',
    icon: 'lightbulb',
    holds: ({ appeal, person }) => appeal.status === 'searching' && person !== undefined && hasNewHints(person),
  },
  {
    name: 'claims',
    icon: 'key-round',
    holds: ({ appeal, found }) => appeal.status === 'searching' && hasNewClaim(found),
  },
  {
    name: 'unclaimed',
    icon: 'archive',
    holds: ({ appeal }, { keptSince }) => isUnclaimed(appeal, keptSince),
  },
  {
    name: 'failed',
    icon: 'triangle-alert',
    holds: ({ messages }) => messages.some(({ state }) => state === 'failed'),
    action: retry,
  },
  { name: 'newAddress', icon: 'map-pin-house', holds: ({ appeal }) => hasNewAddress(appeal) },
  { name: 'toForget', icon: 'eraser', holds: ({ appeal }) => awaitsDeletion(appeal), action: erasure },
  {
    name: 'findsToAnswer',
    icon: 'hand',
    holds: ({ appeal }) => appeal.status === 'searching' && offers(appeal) > 0,
    values: ({ appeal }) => ({ count: offers(appeal) }),
  },
  { name: 'toPost', icon: 'send', holds: ({ messages }) => messages.some(({ state }) => state === 'to_post') },
  {
    name: 'toReceive',
    icon: 'inbox',
    holds: ({ appeal }) => appeal.finds.some(({ state }) => state === 'handed_over'),
  },
  { name: 'toSend', icon: 'package', holds: ({ appeal }) => appeal.status === 'at_desk' },
  {
    name: 'toShelve',
    icon: 'archive',
    holds: ({ appeal }) => isOver(appeal) && chosenFind(appeal)?.state === 'received',
  },
  { name: 'toClose', icon: 'circle-check-big', holds: ({ appeal }) => appeal.status === 'delivered' },
  {
    name: 'toPublish',
    icon: 'pin',
    holds: ({ appeal }) => appeal.status === 'draft' && approvalOf(appeal) === 'given',
    action: publish,
  },
  {
    name: 'withheld',
    icon: 'eye-off',
    holds: ({ appeal }) => ['withdrawn', 'void', 'changes_wished'].includes(approvalOf(appeal)),
  },
  {
    name: 'asked',
    icon: 'hourglass',
    holds: ({ appeal }) => approvalOf(appeal) === 'asked',
    action: question,
  },
  {
    name: 'drafts',
    icon: 'file-pen',
    holds: ({ appeal }) => appeal.status === 'draft' && approvalOf(appeal) === 'unasked',
  },
  {
    name: 'searching',
    icon: 'search',
    holds: ({ appeal }) => appeal.status === 'searching' && !isWithheld(appeal) && offers(appeal) === 0,
    values: ({ appeal }) => ({ count: appeal.followers.length }),
  },
];

/** What goes on by itself; a case with anything to do is not among it. */
const underway: Group = {
  name: 'underway',
  icon: 'truck',
  holds: (entry, now) =>
    ['found', 'on_its_way'].includes(entry.appeal.status) && !groups.some((group) => group.holds(entry, now)),
};

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
  const filled = [...groups, underway].map((group) => ({
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

function hasNewClaim(found: FoundThing | undefined): boolean {
  return found?.claims.some(({ verdict }) => verdict === null) ?? false;
}

function isUnclaimed({ kind, status, publishedAt }: Appeal, keptSince: Date): boolean {
  return kind === 'owner' && status === 'searching' && publishedAt !== null && publishedAt <= keptSince;
}

function releases(claims: readonly ToRelease[]): DeskGroup {
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

function watchNews(watches: readonly WatchNews[]): DeskGroup {
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

function confirmations(spares: readonly Spare[]): DeskGroup {
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

function publish({ appeal }: DeskCase): DeskItem['action'] {
  return { href: link(paths.publication, { id: appeal.id }), label: 'appeal.publish', icon: 'pin', opens: false };
}

function retry({ appeal, messages }: DeskCase): DeskItem['action'] {
  const failed = messages.find(({ state }) => state === 'failed');
  if (!failed) return null;
  const href = link(paths.updateRetry, { id: appeal.id, messageId: failed.id });
  return { href, label: 'update.retry', icon: 'rotate-ccw', opens: false };
}

/** The composer opens with the words of where the case stands, such as how many have searched so far. */
function draft({ appeal }: DeskCase): DeskItem['action'] {
  if (!isOpenToCustomer(appeal)) return null;
  const href = link(paths.newUpdate, { id: appeal.id });
  return { href, label: 'desk.promises.write', icon: 'send', opens: true };
}

/** Who has been waiting for a word hears how many have searched so far, even where it is the first. */
function overdueDraft(entry: DeskCase): DeskItem['action'] {
  const { appeal } = entry;
  const action = draft(entry);
  if (!action || appeal.status !== 'searching' || isWithheld(appeal)) return action;
  return { ...action, href: `${action.href}?template=searching_still` };
}

/** Until the question was put to the customer, its text waits in the composer. */
function question(entry: DeskCase): DeskItem['action'] {
  const said = whatWasSaid(entry.appeal.timeline);
  const asked = said.findLastIndex(({ type }) => type === 'approval_asked');
  return said.slice(asked).some(isOurWord) ? null : draft(entry);
}

function erasure({ appeal: { id } }: DeskCase): DeskItem['action'] {
  return { href: link(paths.erasure, { id }), icon: 'eraser', label: 'erasure.title', opens: true };
}

function offers(appeal: Appeal): number {
  return appeal.finds.filter(({ state }) => state === 'offered').length;
}

function isOver({ status }: Appeal): boolean {
  return ['on_its_way', 'delivered', 'closed'].includes(status);
}
