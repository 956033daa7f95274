import type { AccountActor } from '../../domain/actor';
import { isAllowed } from '../../domain/allowed-actions';
import type { Appeal } from '../../domain/appeal';
import type { Suggestion } from '../../domain/suggestion';
import { link, paths } from '../../paths';
import { appealActionsFor } from './appeal-actions';
import { appealPhotoOrNull, type PhotoView } from './photo-view';
import { sparePhoto } from './spare-view';

/** Something that may be what is sought, and why. For agents. */
export interface MatchView {
  kind: string;
  id: string;
  title: string;
  href: string;
  photo: PhotoView | null;
  place: string;
  quantity: number;
  /** What both say, most telling first. */
  words: string;
  /** "Looks alike 0.82"; null where it does not. */
  look: string | null;
  sameEntry: boolean;
  /** Where the spare is reserved for the appeal; null where it cannot be. */
  reserveAction: string | null;
  /** While an appeal is typed: the spare can be chosen, to be reserved with it. */
  pickable: boolean;
  /** Per cent. */
  agreement: number;
  likely: boolean;
  /** Where "not this one" goes; null while the appeal is being typed. */
  dismissAction: string | null;
  /** Where "the same appeal" goes; null where it cannot be merged. */
  mergeAction: string | null;
}

/** What may be the thing sought: of an appeal, or of one that is being typed. */
export interface MatchesPage {
  /** Null while it is being typed. */
  appeal: { id: string; title: string; href: string; version: number } | null;
  groups: { heading: string; icon: string; matches: MatchView[] }[];
  /** One of the appeals is probably for the very same thing. */
  duplicate: boolean;
}

const groups = [
  { kind: 'spare', icon: 'library' },
  { kind: 'find', icon: 'hand-heart' },
  { kind: 'appeal', icon: 'copy' },
] as const;

const mostWords = 6;

/** @param of the appeal, as the agent sees it; null while it is being typed */
export function matchesPage(
  suggestions: readonly Suggestion[],
  of: { appeal: Appeal; actor: AccountActor } | null,
): MatchesPage {
  const mergeAction = of && appealActionsFor(of.actor, of.appeal)('merge');
  const mayReserve = of !== null && isAllowed(of.actor, of.appeal, 'reserve_spare');
  const view = (one: Suggestion) =>
    matchView(one, of?.appeal ?? null, { mergeAction, mayReserve, pickable: of === null });
  const filled = groups.map(({ kind, icon }) => ({
    heading: `matches.${kind}`,
    icon,
    matches: suggestions.filter((one) => one.kind === kind).map(view),
  }));
  return {
    appeal: of && {
      id: of.appeal.id,
      title: of.appeal.title,
      href: link(paths.appeal, { id: of.appeal.id }),
      version: of.appeal.version,
    },
    groups: filled.filter(({ matches }) => matches.length > 0),
    duplicate: suggestions.some(({ kind, likely }) => kind === 'appeal' && likely),
  };
}

/** What can be done with a suggestion. */
interface MatchOptions {
  mergeAction?: string | null;
  mayReserve?: boolean;
  pickable?: boolean;
}

/** One suggestion as a view draws it. */
export function matchView(
  one: Suggestion,
  appeal: Appeal | null,
  { mergeAction = null, mayReserve = false, pickable = false }: MatchOptions,
): MatchView {
  return {
    kind: one.kind,
    id: one.id,
    title: one.title,
    href: hrefOf(one),
    photo: photoOf(one),
    place: one.place,
    quantity: one.quantity,
    words: one.words.slice(0, mostWords).join(', '),
    look: one.look === null ? null : String(Math.round(one.look * 100)),
    sameEntry: one.sameEntry,
    reserveAction: one.kind === 'spare' && mayReserve ? link(paths.spareReservations, { spareId: one.id }) : null,
    pickable: pickable && one.kind === 'spare',
    agreement: Math.round(one.share * 100),
    likely: one.likely,
    dismissAction: appeal && link(paths.dismissals, { id: appeal.id }),
    mergeAction: one.kind === 'appeal' ? mergeAction : null,
  };
}

function hrefOf({ id, appealId }: Suggestion): string {
  return appealId ? link(paths.appeal, { id: appealId }) : link(paths.spare, { spareId: id });
}

function photoOf({ id, appealId, photo }: Suggestion): PhotoView | null {
  if (appealId) return appealPhotoOrNull(appealId, photo);
  return photo && sparePhoto(id, photo);
}
