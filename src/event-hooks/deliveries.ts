import { NotFound } from '../errors';
import { EventDeliveryModel, type EventDeliveryRecord } from '../models/event-delivery';

const pageSize = 50;

/** A delivery as admins see it. */
export type EventDelivery = Pick<
  EventDeliveryRecord,
  'name' | 'state' | 'attempts' | 'lastAnswer' | 'triedAt' | 'madeAt'
> & { id: string; dueAt: Date | null };

/** @returns what somebody was told lately, or is to be told, the newest first */
export async function deliveriesTo(hook: string): Promise<EventDelivery[]> {
  const records = await EventDeliveryModel.find({ hook }, { body: 0 })
    .sort({ madeAt: -1, _id: -1 })
    .limit(pageSize)
    .lean();
  return records.map(({ _id, dueAt = null, ...rest }) => ({ ...rest, dueAt, id: _id }));
}

/**
 * Tells it once more, as it was told first.
 * @throws NotFound when there was no such delivery to them
 */
export async function replayDelivery(hook: string, id: string): Promise<void> {
  if ((await replay({ _id: id, hook })) === 0) throw new NotFound();
}

/** Tells them all they have not taken. @returns how many that are */
export function replayFailed(hook: string): Promise<number> {
  return replay({ hook, state: 'failed' });
}

async function replay(filter: Record<string, string>): Promise<number> {
  const again = { state: 'waiting', dueAt: new Date(), attempts: 0 } as const;
  return (await EventDeliveryModel.updateMany(filter, { $set: again })).matchedCount;
}
