import type { AccountActor } from '../../domain/actor';
import { isAgent } from '../../domain/actor';
import type { Appeal, Attribute } from '../../domain/appeal';
import type { CatalogueEntry } from '../../domain/catalogue-entry';
import type { Spare } from '../../domain/spare';
import { allowedSpareActions, type SpareAction } from '../../domain/spare-actions';
import { link, paths } from '../../paths';
import { type NamedOption, namedOptions } from './named-option';
import type { FormState } from './option';
import type { PhotoView } from './photo-view';
import { type ShelfReader, type SpareCard, spareCard, sparePhoto } from './spare-view';

/** One spare. */
export interface SparePage {
  spare: SpareCard;
  photos: PhotoView[];
  title: string;
  attributes: Attribute[];
  tags: { tag: string; href: string }[];
  nameForCustomer: boolean;
  /** The appeal it was left over from; null when it was offered freely. */
  origin: { title: string; href: string } | null;
  entry: { name: string; href: string } | null;
  /** What appeals have taken of it. */
  reservations: { title: string; href: string; quantity: number; stateLabel: string; at: Date }[];
  /** Where each allowed action posts to; an action that is not allowed has no entry. */
  actions: Partial<Record<SpareAction, string>>;
  /** The agent's appeals that could take it; empty for others. */
  appeals: NamedOption[];
  /** Where an agent says which thing of the catalogue it is; null for others. */
  linkAction: string | null;
  entries: NamedOption[];
  /** The form that came back with errors: `reserve` or `giveAway`; null when none did. */
  rejected: string | null;
  form: FormState | null;
}

/** What a spare's page needs besides the spare. */
export interface SpareReader extends ShelfReader {
  actor: AccountActor;
  /** Appeals it has to do with, by id. */
  known: ReadonlyMap<string, Pick<Appeal, 'id' | 'title'>>;
  /** Cases of the viewer that could take it. */
  open: readonly Pick<Appeal, 'id' | 'title'>[];
  entries: readonly CatalogueEntry[];
  rejected?: { name: string; form: FormState };
}

const patterns = {
  reserve: paths.spareReservations,
  confirm: paths.spareConfirmation,
  edit: paths.editSpare,
  give_away: paths.spareGifts,
  withdraw: paths.spareWithdrawal,
} as const satisfies Record<SpareAction, string>;

/** A spare as a colleague or an agent sees it. */
export function sparePage(spare: Spare, reader: SpareReader): SparePage {
  const { actor, known, open, entries, rejected } = reader;
  const entry = entries.find(({ id }) => id === spare.entryId);
  const spareId = spare.id;
  return {
    spare: spareCard(spare, reader),
    photos: spare.photos.map((photo) => sparePhoto(spareId, photo)),
    title: spare.title,
    attributes: spare.attributes.map(({ label, value }) => ({ label, value })),
    tags: spare.tags.map((tag) => ({ tag, href: `${paths.shelf}?q=${encodeURIComponent(tag)}` })),
    nameForCustomer: spare.nameForCustomer,
    origin: appealLink(spare.appeal, known),
    entry: entry ? { name: entry.name, href: link(paths.entry, { entryId: entry.id }) } : null,
    reservations: spare.reservations.flatMap(({ appealId, quantity, state, at }) => {
      const appeal = appealLink(appealId, known);
      return appeal ? [{ ...appeal, quantity, stateLabel: `spare.state.${state}`, at }] : [];
    }),
    actions: Object.fromEntries(
      allowedSpareActions(actor, spare).map((action) => [action, link(patterns[action], { spareId })]),
    ),
    appeals: namedOptions(
      open.map(({ id, title }) => ({ id, name: title })),
      rejected?.form.values.appealId,
    ),
    linkAction: isAgent(actor) ? link(paths.spareEntry, { spareId }) : null,
    entries: namedOptions(entries, spare.entryId),
    rejected: rejected?.name ?? null,
    form: rejected?.form ?? null,
  };
}

function appealLink(id: string | null, known: SpareReader['known']): { title: string; href: string } | null {
  const appeal = known.get(id ?? '');
  return appeal ? { title: appeal.title, href: link(paths.appeal, { id: appeal.id }) } : null;
}
