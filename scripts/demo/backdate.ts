import type { TimelineEvent } from '../../src/domain/timeline-event';
import { AppealModel, type AppealRecord } from '../../src/models/appeal';
import { MessageModel } from '../../src/models/message';
import { PersonSearchModel } from '../../src/models/person-search';
import { SpareModel } from '../../src/models/spare';
import type { DemoCase } from './demo-case';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Spreads the events of a fresh case over the days it is said to have taken; only demo data is ever moved in time.
 * Words and things get the hour of the event that speaks of them.
 */
export async function backdate(appealId: string, { openedDaysAgo, quietDays }: DemoCase): Promise<void> {
  const appeal = await AppealModel.findById(appealId).orFail();
  const opened = Date.now() - openedDaysAgo * dayMs;
  const step = ((openedDaysAgo - quietDays) * dayMs) / Math.max(1, appeal.timeline.length - 1);
  for (const [index, event] of appeal.timeline.entries()) {
    event.at = new Date(opened + index * step);
    moveWithin(appeal, event);
    await moveBeside(event);
  }
  await movePersonSearch(appealId, new Date(opened + step));
  appeal.openedAt = new Date(opened);
  appeal.markModified('timeline');
  appeal.uncounted = true;
  await appeal.save();
}

/** What the event speaks of within the case. */
function moveWithin(appeal: AppealRecord, event: TimelineEvent): void {
  if (event.type === 'appeal_published') appeal.publishedAt = event.at;
  if (event.type === 'find_offered' || event.type === 'spare_reserved') {
    for (const find of appeal.finds) if (find.id === event.findId) find.offeredAt = event.at;
  }
  if (event.type === 'shipped') {
    for (const parcel of appeal.shipments) if (parcel.id === event.shipmentId) parcel.shippedAt = event.at;
  }
}

/** What the event speaks of in records of their own. */
async function moveBeside(event: TimelineEvent): Promise<void> {
  if ('messageId' in event && event.type !== 'update_posted') {
    await MessageModel.updateOne({ _id: event.messageId }, { writtenAt: event.at });
  }
  if (event.type === 'surplus_shelved') {
    await SpareModel.updateOne({ _id: event.spareId }, { shelvedAt: event.at, confirmedAt: event.at });
  }
}

/** What is known of a person sought came while they were sought. */
async function movePersonSearch(appeal: string, at: Date): Promise<void> {
  const search = await PersonSearchModel.findOne({ appeal });
  if (!search) return;
  for (const hint of search.hints) hint.at = at;
  for (const inquiry of search.inquiries) {
    inquiry.askedAt = at;
    if (inquiry.answeredAt) inquiry.answeredAt = at;
    if (inquiry.sharedAt) inquiry.sharedAt = at;
  }
  search.markModified('hints');
  search.markModified('inquiries');
  await search.save();
}

/** A spare is as old as it is said to be, and was seen as long ago. */
export async function backdateSpare(spareId: string, shelvedDaysAgo: number, seenDaysAgo: number): Promise<void> {
  const ago = (days: number) => new Date(Date.now() - days * dayMs);
  await SpareModel.updateOne({ _id: spareId }, { shelvedAt: ago(shelvedDaysAgo), confirmedAt: ago(seenDaysAgo) });
}
