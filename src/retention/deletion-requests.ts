import { awaitsDeletion } from '../domain/appeal';
import { AppealModel } from '../models/appeal';

/** A customer who wants to be forgotten, by their case's number alone. */
export interface DeletionRequest {
  readonly appealId: string;
  readonly askedAt: Date;
  /** Account id of whoever opened the case. */
  readonly openedBy: string;
}

const mostListed = 100;

/** @returns the customers who wait to be erased, whoever looks after their cases, those that wait longest first */
export async function deletionRequests(): Promise<DeletionRequest[]> {
  const waiting: Record<string, unknown> = {
    'timeline.type': 'deletion_requested',
    erasedAt: null,
    customerErasedAt: null,
  };
  const records = await AppealModel.find(waiting, { timeline: 1, openedBy: 1, customerErasedAt: 1 })
    .limit(mostListed)
    .lean();
  return records
    .filter(awaitsDeletion)
    .map(({ _id, timeline, openedBy }) => ({
      appealId: _id.toHexString(),
      askedAt: timeline.find(({ type }) => type === 'deletion_requested')?.at ?? new Date(),
      openedBy,
    }))
    .sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime());
}
