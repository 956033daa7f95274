import { type BoardQuery, type BoardResult, boardOrders } from '../../appeals/board';
import type { Card } from '../../appeals/card';
import { kinds } from '../../domain/appeal';
import { publishedStatuses } from '../../domain/appeal-status';
import type { Piece } from '../../domain/words/highlight';
import { link, paths } from '../../paths';
import type { FilterLink } from './option';
import { appealPhotoOrNull, type PhotoView } from './photo-view';
import { statusLabel } from './status-label';

/** An appeal among others. */
export interface CardView {
  href: string;
  /** What was looked for is marked. */
  title: Piece[];
  /** Where the story says it; empty without a search. */
  excerpt: Piece[];
  kind: string;
  /** Locale keys. */
  kindLabel: string;
  status: string;
  statusLabel: string;
  photo: PhotoView | null;
  place: string;
  publishedAt: Date;
  finds: number;
  followers: number;
}

/** The board: published appeals. The same for everybody. */
export interface BoardPage {
  cards: CardView[];
  /** What stands in the search field. */
  text: string;
  /** Kept as hidden fields of the search form; empty when not filtered. */
  kind: string;
  status: string;
  kindFilters: FilterLink[];
  statusFilters: FilterLink[];
  filtered: boolean;
  /** By relevance or date; none without a search. */
  orders: FilterLink[];
  /** Kept as a hidden field of the search form; empty for the usual order. */
  order: string;
  /** Nothing had all the words; these have most of them. */
  partial: boolean;
  nextHref: string | null;
}

/** The board as everybody sees it. */
export function boardPage(page: BoardResult, query: BoardQuery): BoardPage {
  const { text, kind, status, order = 'relevance' } = query;
  const filter = (change: Partial<BoardQuery>) => boardHref({ ...query, cursor: '', ...change });
  return {
    cards: page.items.map(cardView),
    text,
    kind: kind ?? '',
    status: status ?? '',
    kindFilters: [null, ...kinds].map((value) => ({
      label: `kind.${value ?? 'all'}`,
      href: filter({ kind: value }),
      current: value === kind,
    })),
    statusFilters: [null, ...publishedStatuses].map((value) => ({
      label: `status.${value ?? 'all'}`,
      href: filter({ status: value }),
      current: value === status,
    })),
    order: order === 'relevance' ? '' : order,
    orders:
      text === ''
        ? []
        : boardOrders.map((value) => ({
            label: `board.order.${value}`,
            href: filter({ order: value }),
            current: value === order,
          })),
    partial: page.partial,
    filtered: text !== '' || kind !== null || status !== null,
    nextHref: page.next && boardHref({ ...query, cursor: page.next }),
  };
}

/** A card as a view draws it. */
export function cardView(card: Card): CardView {
  return {
    href: link(paths.appeal, { id: card.id }),
    title: card.title.map(({ text, hit }) => ({ text, hit })),
    excerpt: card.excerpt.map(({ text, hit }) => ({ text, hit })),
    kind: card.kind,
    kindLabel: `kind.${card.kind}`,
    status: card.status,
    statusLabel: statusLabel(card),
    photo: appealPhotoOrNull(card.id, card.photo),
    place: card.place,
    publishedAt: card.publishedAt,
    finds: card.finds,
    followers: card.followers,
  };
}

/** Filters live in the address, so that a board can be passed on. */
function boardHref({ text, kind, status, order = 'relevance', cursor }: BoardQuery): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (kind) query.set('kind', kind);
  if (status) query.set('status', status);
  if (order !== 'relevance') query.set('sort', order);
  if (cursor) query.set('after', cursor);
  return query.size > 0 ? `${paths.board}?${query}` : paths.board;
}
