import type { FindAction } from '../../domain/actions';
import type { AccountActor } from '../../domain/actor';
import { type Appeal, remainingOf } from '../../domain/appeal';
import { trackingLink } from '../../domain/carriers';
import type { Find, HandOver } from '../../domain/find';
import { link, paths } from '../../paths';
import { findActionsFor } from './appeal-actions';
import type { FormState } from './option';
import { appealPhotoOrNull, type PhotoView } from './photo-view';

/** A find as an agent or its own finder sees it. */
export interface FindView {
  id: string;
  finderName: string;
  own: boolean;
  /** The spare its pieces were taken from; null where a colleague offered it. */
  spareHref: string | null;
  quantity: number;
  place: string;
  /** Locale key. */
  condition: string;
  words: string;
  photo: PhotoView | null;
  state: string;
  /** Locale key. */
  stateLabel: string;
  offeredAt: Date;
  nameForCustomer: boolean;
  photoForCustomer: boolean;
  /** Null until handed over; `way` and `carrier` are locale keys. */
  handOver: { way: string; carrier: string | null; trackingNumber: string; trackingHref: string | null } | null;
  /** To be printed and laid beside it on its way; null where it does not travel to the desk. */
  slipHref: string | null;
  /** Pieces left after shipping. */
  remaining: number;
  /** Where each allowed action posts to; an action that is not allowed has no entry. Draw a form only where there is one. */
  actions: Partial<Record<FindAction, string>>;
  /** Name of the form of this find that came back with errors, and what it brought; empty and null when none did. */
  open: string;
  form: FormState | null;
}

/** A form that was refused: under what name its page knows it, and which find it was about, if any. */
export interface RejectedForm {
  name: string;
  findId?: string;
  form: FormState;
}

/** Who looks, the names of those who offered, and the form that came back. */
interface FindReader {
  actor: AccountActor;
  names: ReadonlyMap<string, string>;
  rejected?: RejectedForm;
}

/** For agents and the finder alone. */
export function findView(appeal: Appeal, find: Find, { actor, names, rejected }: FindReader): FindView {
  const own = rejected?.findId === find.id ? rejected : null;
  return {
    id: find.id,
    finderName: names.get(find.finder) ?? '',
    own: find.finder === actor.id,
    spareHref: find.spareId ? link(paths.spare, { spareId: find.spareId }) : null,
    quantity: find.quantity,
    place: find.place,
    condition: `condition.${find.condition}`,
    words: find.words,
    photo: appealPhotoOrNull(appeal.id, find.photo),
    state: find.state,
    stateLabel: `find.state.${find.state}`,
    offeredAt: find.offeredAt,
    nameForCustomer: find.nameForCustomer,
    photoForCustomer: find.photoForCustomer && find.photo !== null,
    handOver: find.handOver && handOverView(find.handOver),
    slipHref: ['accepted', 'handed_over'].includes(find.state)
      ? link(paths.findSlip, { id: appeal.id, findId: find.id })
      : null,
    remaining: remainingOf(appeal, find),
    actions: findActionsFor(actor, appeal, find),
    open: own?.name ?? '',
    form: own?.form ?? null,
  };
}

function handOverView({ way, carrier, trackingNumber }: HandOver): FindView['handOver'] {
  return {
    way: `handOver.${way}`,
    carrier: carrier && `carrier.${carrier}`,
    trackingNumber,
    trackingHref: trackingLink(carrier, trackingNumber),
  };
}
