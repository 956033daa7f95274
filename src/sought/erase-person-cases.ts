import { removeUnused } from '../appeals/keep-photos';
import { stamped } from '../appeals/touch';
import { keyOfCase } from '../appeals/waiting-photos';
import { removeCustomer } from '../customers/customer';
import { erasedBefore } from '../domain/person-search';
import { type Photo, pictureIdsOf } from '../domain/photo';
import type { EventType } from '../domain/timeline-event';
import { withoutWords } from '../domain/without-words';
import { learnTokens } from '../matching/learn-tokens';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { ChatPostModel } from '../models/chat-post';
import { DismissalModel } from '../models/dismissal';
import { KeptMailModel } from '../models/kept-mail';
import { MessageModel } from '../models/message';
import { NoticeModel } from '../models/notice';
import { PersonSearchModel } from '../models/person-search';
import { WaitingPhotoModel } from '../models/waiting-photo';
import type { PhotoStore } from '../photos/photo-store';

/**
 * Erases what is known of cases in which a person was sought, once they have been closed for as long as they are kept.
 * What stays says nothing of anybody: kind, channel, and what happened when, of which the numbers are made. Safe to be
 * done again after a crash, and by several processes.
 * @param now the hour it is
 * @returns how many were erased
 */
export async function erasePersonCases(photoStore: PhotoStore, now = new Date()): Promise<number> {
  let erased = 0;
  for (const record of await closedBefore(erasedBefore(now))) if (await erase(record, now)) erased++;
  await finishErasing(photoStore);
  return erased;
}

/** The case names the photos that go with it until everything else is gone. */
async function finishErasing(photoStore: PhotoStore): Promise<void> {
  const left = await AppealModel.find({ erasedPhotos: { $exists: true } }, { erasedPhotos: 1 }).lean();
  for (const { _id, erasedPhotos = [] } of left) {
    await eraseWhatIsAbout(_id.toHexString());
    await removeUnused(photoStore, erasedPhotos);
    await AppealModel.updateOne({ _id }, { $unset: { erasedPhotos: 1 } });
  }
}

/** By what a case ends. */
const ends: readonly EventType[] = ['closed', 'merged_into'];

/** A case that was taken up again is as old as its last end. */
async function closedBefore(before: Date): Promise<AppealRecord[]> {
  const perhaps = await AppealModel.find({
    kind: 'person',
    status: 'closed',
    erasedAt: null,
    timeline: { $elemMatch: { type: { $in: ends }, at: { $lte: before } } },
  }).lean();
  const ended = ({ timeline }: AppealRecord) => timeline.findLast(({ type }) => ends.includes(type))?.at;
  return perhaps.filter((record) => (ended(record)?.getTime() ?? Number.POSITIVE_INFINITY) <= before.getTime());
}

/** @returns false when somebody took the case up again meanwhile */
async function erase(record: AppealRecord, now: Date): Promise<boolean> {
  const appeal = record._id.toHexString();
  const sent = await MessageModel.find({ appeal }, { photos: 1 }).lean();
  const waiting = await WaitingPhotoModel.find({ owner: keyOfCase(appeal) }, { photo: 1 }).lean();
  const sentAlong = [...sent.flatMap(({ photos }) => photos), ...waiting.map(({ photo }) => photo)];
  const photos: Photo[] = [...record.photos, ...sentAlong];
  const { modifiedCount } = await AppealModel.updateOne(
    { _id: record._id, version: record.version, status: 'closed' },
    { $set: { ...tombstone(record, now), erasedPhotos: photos.flatMap(pictureIdsOf) }, ...stamped },
  );
  if (modifiedCount === 0) return false;
  await learnTokens(record.tokens, []);
  return true;
}

/** What is about the case, or was said in it. */
async function eraseWhatIsAbout(appeal: string): Promise<void> {
  await PersonSearchModel.deleteOne({ appeal });
  await removeCustomer(appeal);
  await MessageModel.deleteMany({ appeal });
  await KeptMailModel.deleteMany({ appeal });
  await NoticeModel.deleteMany({ appeal });
  await DismissalModel.deleteMany({ appeal });
  await ChatPostModel.deleteMany({ appeal });
  await WaitingPhotoModel.deleteMany({ owner: keyOfCase(appeal) });
}

/** Nobody sees it any more: neither colleagues nor agents. */
function tombstone({ timeline }: AppealRecord, now: Date) {
  const words = { title: '', story: '', sought: [], place: '', lostOn: '', hashtags: [], reward: '' };
  const found = { photos: [], finds: [], followers: [], tokens: [], openTokens: [], findTokens: [], unnoticed: [] };
  return { ...words, ...found, timeline: timeline.map(withoutWords), publishedAt: null, withheld: true, erasedAt: now };
}
