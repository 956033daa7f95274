import type { Page } from '../../appeals/cursor';
import type { Spare } from '../../domain/spare';
import { paths } from '../../paths';
import { type ShelfQuery, shelfStates } from '../../shelf/find-spares';
import type { FilterLink } from './option';
import { type ShelfReader, type SpareCard, spareCard } from './spare-view';

/** The shelf: spares, newest first, those nobody has seen for long at the end. */
export interface ShelfPage {
  spares: SpareCard[];
  /** What stands in the search field. */
  text: string;
  /** Kept as a hidden field of the search form. */
  state: string;
  stateFilters: FilterLink[];
  filtered: boolean;
  nextHref: string | null;
}

/** The shelf as everybody sees it. */
export function shelfPage(page: Page<Spare>, query: ShelfQuery, reader: ShelfReader): ShelfPage {
  return {
    spares: page.items.map((spare) => spareCard(spare, reader)),
    text: query.text,
    state: query.state,
    stateFilters: shelfStates.map((state) => ({
      label: `shelf.state.${state}`,
      href: shelfHref({ ...query, state, cursor: '' }),
      current: state === query.state,
    })),
    filtered: query.text !== '' || query.state !== 'free',
    nextHref: page.next && shelfHref({ ...query, cursor: page.next }),
  };
}

/** Filters live in the address, so that a shelf can be passed on. */
function shelfHref({ text, state, cursor }: ShelfQuery): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (state !== 'free') query.set('state', state);
  if (cursor) query.set('after', cursor);
  return query.size > 0 ? `${paths.shelf}?${query}` : paths.shelf;
}
