import type { MessageKind } from '../domain/message';
import type { Photo } from '../domain/photo';
import { MessageModel, type MessageRecord } from '../models/message';

/** Words exchanged with a customer, as agents see them. */
export type Message = Omit<MessageRecord, '_id'> & { id: string };

/** @returns what was written in a case, oldest first; also words whose event is still being written */
export async function messagesOf(appealId: string): Promise<Message[]> {
  const records = await MessageModel.find({ appeal: appealId }).sort({ writtenAt: 1, _id: 1 }).lean();
  return records.map(toMessage);
}

/** @returns the words of messages by id; those that were erased are missing */
export async function wordsOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const records = await MessageModel.find({ _id: { $in: ids } }, { body: 1 }).lean();
  return new Map(records.map((record) => [record._id.toHexString(), record.body]));
}

/** @returns the photos that came along with messages, by message id */
export async function photosOf(ids: readonly string[]): Promise<Map<string, Photo[]>> {
  const filter = { _id: { $in: ids }, 'photos.0': { $exists: true } };
  const records = await MessageModel.find(filter, { photos: 1 }).lean();
  return new Map(records.map(({ _id, photos }) => [_id.toHexString(), photos]));
}

/** @returns what was written in several cases, oldest first, by appeal id */
export async function messagesOfMany(appealIds: readonly string[]): Promise<Map<string, Message[]>> {
  const records = await MessageModel.find({ appeal: { $in: appealIds } })
    .sort({ writtenAt: 1, _id: 1 })
    .lean();
  const byAppeal = new Map<string, Message[]>(appealIds.map((id) => [id, []]));
  for (const record of records) byAppeal.get(record.appeal)?.push(toMessage(record));
  return byAppeal;
}

/** @returns ids of the cases in which an agent has to do something about a text of ours: it was given up, or is to be posted */
export async function appealsWithUnsaid(): Promise<string[]> {
  return MessageModel.distinct('appeal', { state: { $in: ['failed', 'to_post'] } });
}

/** @returns the photos a case's customer sent along, at most those with words of one kind */
export async function photosSentIn(appealId: string, kind?: MessageKind): Promise<Photo[]> {
  const filter = { appeal: appealId, 'photos.0': { $exists: true }, ...(kind ? { kind } : {}) };
  const records = await MessageModel.find(filter, { photos: 1 }).lean();
  return records.flatMap(({ photos }) => photos);
}

function toMessage({ _id, ...rest }: MessageRecord): Message {
  return { ...rest, photos: rest.photos ?? [], id: _id.toHexString() };
}
