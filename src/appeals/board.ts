import type { Kind } from '../domain/appeal';
import type { Status } from '../domain/appeal-status';
import { tagMark } from '../domain/words/appeal-tokens';
import { type ParsedQuery, parseQuery } from '../domain/words/query';
import { stemsOf } from '../domain/words/stem';
import { AppealModel, seenByAll } from '../models/appeal';
import { type Card, cardFields, pageSize, toCard } from './card';
import { type Page, pageOf, since } from './cursor';
import { searchBoard } from './search-board';

/** By how well they fit, or the newest first. */
export const boardOrders = ['relevance', 'date'] as const;
export type BoardOrder = (typeof boardOrders)[number];

/** What the board is asked for. */
export interface BoardQuery {
  /** As typed into the search field; empty for all. */
  text: string;
  kind: Kind | null;
  status: Status | null;
  /** By relevance unless said otherwise; what is not searched for is sorted by date. */
  order?: BoardOrder;
  /** `next` of the page before, or empty. */
  cursor: string;
}

/** A page of the board. */
export interface BoardResult extends Page<Card> {
  /** Nothing had all the words; these have most of them. */
  partial: boolean;
}

/** Published appeals, the newest first, or by how well they fit the words; the same for everybody. */
export async function board(query: BoardQuery): Promise<BoardResult> {
  const parsed = parseQuery(query.text);
  const filters = boardFilters(query, parsed);
  if (parsed.text !== '') return searchBoard(query, parsed, filters);
  const records = await AppealModel.find({ $and: [...filters, since('publishedAt', query.cursor)] })
    .select(cardFields)
    .sort({ publishedAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const cards = records.map((record) => toCard(record));
  return { ...pageOf(cards, pageSize, (card) => card.publishedAt), partial: false };
}

function boardFilters({ kind, status }: BoardQuery, parsed: ParsedQuery): Record<string, unknown>[] {
  const kinds = [kind, parsed.kind].filter((wanted) => wanted !== null);
  const statuses = [status ? [status] : null, parsed.statuses].filter((wanted) => wanted !== null);
  return [
    seenByAll,
    ...statuses.map((wanted) => ({ status: { $in: wanted } })),
    ...kinds.map((wanted) => ({ kind: wanted })),
    ...parsed.hashtags.map((tag) => ({ tokens: tagMark + tag })),
    ...parsed.place.map((word) => ({ tokens: { $in: stemsOf(word) } })),
    ...parsed.without.map((word) => ({ tokens: { $nin: stemsOf(word) } })),
  ];
}
