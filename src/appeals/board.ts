import type { Kind } from '../domain/appeal';
import { type Outcome, publishedStatuses, type Status } from '../domain/appeal-status';
import { standingStates } from '../domain/find';
import type { Photo } from '../domain/photo';
import { wordsOf } from '../domain/search-words';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { type Page, pageOf, since } from './cursor';

const pageSize = 24;

/** What the board is asked for. */
export interface BoardQuery {
  /** Words every appeal must contain, or words beginning with them; empty for all. */
  text: string;
  kind: Kind | null;
  status: Status | null;
  /** `next` of the page before, or empty. */
  cursor: string;
}

/** What a card shows: nothing else is read from the database. */
export interface Card {
  id: string;
  title: string;
  kind: Kind;
  status: Status;
  outcome: Outcome | null;
  photo: Photo | null;
  place: string;
  publishedAt: Date;
  /** Finds that still stand. */
  finds: number;
  followers: number;
}

const cardFields = 'title kind status outcome photos place publishedAt finds.state followers';

/** Published appeals, newest first; the same for everybody. */
export async function board(query: BoardQuery): Promise<Page<Card>> {
  const records = await AppealModel.find({ $and: filters(query) })
    .select(cardFields)
    .sort({ publishedAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  return pageOf(records.map(toCard), pageSize, (card) => card.publishedAt);
}

function filters({ text, kind, status, cursor }: BoardQuery): Record<string, unknown>[] {
  const byStatus = status && publishedStatuses.includes(status) ? status : { $in: publishedStatuses };
  return [
    { status: byStatus },
    ...(kind ? [{ kind }] : []),
    // Words hold letters and digits only, so they mean themselves in an expression.
    ...wordsOf(text).map((word) => ({ searchWords: new RegExp(`^${word}`) })),
    since('publishedAt', cursor),
  ];
}

function toCard(record: AppealRecord): Card {
  return {
    id: record._id.toHexString(),
    title: record.title,
    kind: record.kind,
    status: record.status,
    outcome: record.outcome,
    photo: record.photos[0] ?? null,
    place: record.place,
    publishedAt: record.publishedAt ?? record._id.getTimestamp(),
    finds: record.finds.filter((find) => standingStates.includes(find.state)).length,
    followers: record.followers.length,
  };
}
