import { toAppeal, toObjectId, withinSight } from '../appeals/appeal-record';
import type { AccountActor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import type { NoticeKind } from '../domain/notice';
import { hearableBy } from '../domain/notice-hearers';
import type { TimelineEvent } from '../domain/timeline-event';
import { AppealModel } from '../models/appeal';
import { NoticeModel, type NoticeRecord } from '../models/notice';

/** More nobody reads at once. */
const mostShown = 200;

/** What is new in one appeal: its events, the newest first. */
export interface NoticeGroup {
  appeal: Appeal;
  notices: { event: TimelineEvent; kind: NoticeKind; read: boolean }[];
  unread: number;
}

/** @returns how many appeals have something new for somebody */
export async function countUnread({ id }: AccountActor): Promise<number> {
  return (await NoticeModel.distinct('appeal', { recipient: id, onPage: true, readAt: null })).length;
}

/** @returns how many notices of one appeal somebody has not read */
export function countUnreadOf({ id }: AccountActor, appealId: string): Promise<number> {
  return NoticeModel.countDocuments({ recipient: id, readAt: null, appeal: appealId, onPage: true });
}

/** What somebody is told on the page, by appeal; what is unread first, the newest first. */
export async function noticesFor(actor: AccountActor): Promise<NoticeGroup[]> {
  const records = await NoticeModel.find({ recipient: actor.id, onPage: true })
    .sort({ at: -1 })
    .limit(mostShown)
    .lean();
  const groups = await groupsOf(actor, records);
  return [...groups.filter(({ unread }) => unread > 0), ...groups.filter(({ unread }) => unread === 0)];
}

/** @returns notices by appeal, in their order; without those that somebody may not hear (any more) */
export async function groupsOf(actor: AccountActor, records: readonly NoticeRecord[]): Promise<NoticeGroup[]> {
  const ids = [...new Set(records.map(({ appeal }) => appeal))];
  const found = await AppealModel.find({ $and: [{ _id: { $in: ids.map(toObjectId) } }, withinSight(actor)] }).lean();
  const appeals = new Map(found.map(toAppeal).map((appeal) => [appeal.id, appeal]));
  return ids.flatMap((id) => {
    const appeal = appeals.get(id);
    const group = appeal && groupOf(actor, appeal, records);
    return group && group.notices.length > 0 ? [group] : [];
  });
}

function groupOf(actor: AccountActor, appeal: Appeal, records: readonly NoticeRecord[]): NoticeGroup {
  const events = new Map(hearableBy(actor, appeal).map((event) => [event.id, event]));
  const notices = records
    .filter((record) => record.appeal === appeal.id)
    .flatMap(({ event: id, kind, readAt }) => {
      const event = events.get(id);
      return event ? [{ event, kind, read: readAt !== null }] : [];
    });
  return { appeal, notices, unread: notices.filter(({ read }) => !read).length };
}
