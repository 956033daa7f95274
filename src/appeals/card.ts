import type { Kind } from '../domain/appeal';
import type { Outcome, Status } from '../domain/appeal-status';
import { standingStates } from '../domain/find';
import type { Photo } from '../domain/photo';
import type { Piece } from '../domain/words/highlight';
import type { AppealRecord } from '../models/appeal';

/** Cards on one page. */
export const pageSize = 24;

/** What a card shows: nothing else is read from the database. */
export interface Card {
  id: string;
  /** What was looked for is marked. */
  title: Piece[];
  /** Where the story says what was looked for; empty without a search. */
  excerpt: Piece[];
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

/** What of a record a card is made of. */
export const cardFields = 'title kind status outcome photos place openedAt publishedAt finds.state followers';

/** @param marked title and excerpt, when something was looked for */
export function toCard(record: AppealRecord, marked?: Pick<Card, 'title' | 'excerpt'>): Card {
  return {
    id: record._id.toHexString(),
    title: marked?.title ?? [{ text: record.title, hit: false }],
    excerpt: marked?.excerpt ?? [],
    kind: record.kind,
    status: record.status,
    outcome: record.outcome,
    photo: record.photos[0] ?? null,
    place: record.place,
    publishedAt: record.publishedAt ?? record.openedAt,
    finds: record.finds.filter((find) => standingStates.includes(find.state)).length,
    followers: record.followers.length,
  };
}
