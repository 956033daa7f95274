import { stamped } from '../appeals/touch';
import { keyOfCase } from '../appeals/waiting-photos';
import { type Photo, pictureIdsOf } from '../domain/photo';
import { withoutWords } from '../domain/without-words';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { MessageModel } from '../models/message';
import { WaitingPhotoModel } from '../models/waiting-photo';
import { settleSparesOf } from '../shelf/settle-spare';
import { keptThanks } from './kept-thanks';

/**
 * Begins to erase a case: from now on nobody sees it. What stays says nothing of anybody: kind, channel, place, outcome,
 * and what happened when, of which the numbers are made. `finishErasing` takes away what lies beside it.
 * @param record as it was decided upon
 * @returns false when it was changed meanwhile; then nothing was done
 */
export async function beginErasingCase(record: AppealRecord, now: Date): Promise<boolean> {
  await settleSparesOf(record);
  const finds = record.finds.flatMap(({ photo }) => photo ?? []);
  const photos = [...record.photos, ...finds, ...(await photosSentAlong(record, []))];
  const { modifiedCount } = await AppealModel.updateOne(
    { _id: record._id, version: record.version, erasedAt: null },
    {
      $set: { ...tombstone(record, now), erasedPhotos: photos.flatMap(pictureIdsOf), erasedTokens: record.tokens },
      // Whoever has read it before must not write it back.
      $inc: { version: 1 },
      ...stamped,
    },
  );
  return modifiedCount === 1;
}

/**
 * Begins to erase what is the customer's in a case that all colleagues may go on reading: their record, what was written
 * with them, and photos as they were before parts of them were made unrecognizable. Thanks they agreed to show stay.
 * @returns false when it was changed meanwhile; then nothing was done
 */
export async function beginErasingCustomer(record: AppealRecord, now: Date): Promise<boolean> {
  const originals = record.photos.flatMap(({ original }) => original ?? []);
  const photos = [...originals, ...(await photosSentAlong(record, keptThanks(record)))];
  const { modifiedCount } = await AppealModel.updateOne(
    { _id: record._id, version: record.version, erasedAt: null, customerErasedAt: null },
    {
      $set: { ...withoutCustomer(record, now), erasedPhotos: photos.flatMap(pictureIdsOf), erasedTokens: [] },
      ...stamped,
    },
  );
  return modifiedCount === 1;
}

/** @param kept ids of messages whose photos stay */
async function photosSentAlong({ _id }: AppealRecord, kept: readonly string[]): Promise<Photo[]> {
  const appeal = _id.toHexString();
  const sent = await MessageModel.find({ appeal, _id: { $nin: kept } }, { photos: 1 }).lean();
  const waiting = await WaitingPhotoModel.find({ owner: keyOfCase(appeal) }, { photo: 1 }).lean();
  return [...sent.flatMap(({ photos }) => photos), ...waiting.map(({ photo }) => photo)];
}

/** A draft counts as closed from now on: it is on nobody's desk. */
function tombstone({ kind, place, timeline }: AppealRecord, now: Date) {
  // The numbers tell apart where things were lost, and never where a person was met.
  const words = { title: '', story: '', sought: [], lostOn: '', hashtags: [], reward: '' };
  const counted = { place: kind === 'person' ? '' : place, timeline: timeline.map(withoutWords) };
  const beside = { photos: [], finds: [], shipments: [], followers: [], entryId: null };
  const found = { tokens: [], openTokens: [], findTokens: [], unnoticed: [] };
  const unseen = { status: 'closed' as const, publishedAt: null, withheld: true };
  return { ...words, ...counted, ...beside, ...found, ...unseen, erasedAt: now, customerErasedAt: now };
}

function withoutCustomer({ photos, shipments }: AppealRecord, now: Date) {
  return {
    photos: photos.map(({ original: _, ...photo }) => photo),
    // By it the carrier tells where the customer lives.
    shipments: shipments.map((shipment) => ({ ...shipment, trackingNumber: '' })),
    customerErasedAt: now,
  };
}
