import { AppealModel } from '../models/appeal';
import { MessageModel, type MessageRecord } from '../models/message';

const minute = 60_000;
/** Words without an event are left over from a crash once no request can still be writing it. */
const orphanMs = 10 * minute;

/** A mail that waits for the outbox. */
export interface Waiting {
  messageId: string;
  dueAt: Date;
}

/** @returns mails no job stands for yet */
export function unplannedMessages(): Promise<Waiting[]> {
  return waiting({ planned: false });
}

/** @returns mails whose job should have run by now; whoever had it, or was to plan it, has fallen over */
export function overdueMessages(): Promise<Waiting[]> {
  return waiting({ dueAt: { $lt: new Date(Date.now() - minute) } });
}

/** From now on a job stands for it. */
export async function markPlanned(messageId: string): Promise<void> {
  await MessageModel.updateOne({ _id: messageId }, { $set: { planned: true } });
}

/** Sweeps away queued words whose event was never written; nobody was told that they were sent. */
export async function forgetOrphans(): Promise<void> {
  const before = new Date(Date.now() - orphanMs);
  const records = await MessageModel.find({ state: 'queued', attempts: 0, writtenAt: { $lt: before } }).lean();
  for (const record of records) if (!(await isRecorded(record))) await MessageModel.deleteOne({ _id: record._id });
}

/** @returns whether the timeline names the message; only then it is sent */
export async function isRecorded({ _id, appeal }: Pick<MessageRecord, '_id' | 'appeal'>): Promise<boolean> {
  return (await AppealModel.exists({ _id: appeal, 'timeline.messageId': _id.toHexString() })) !== null;
}

async function waiting(condition: Record<string, unknown>): Promise<Waiting[]> {
  const records = await MessageModel.find({ state: 'queued', ...condition }, { dueAt: 1 })
    .sort({ dueAt: 1 })
    .lean();
  return records.map(({ _id, dueAt }) => ({ messageId: _id.toHexString(), dueAt: dueAt ?? new Date() }));
}
