import type { Outcome, Status } from './appeal-status';
import type { Channel } from './channels';
import type { Find } from './find';
import type { Photo } from './photo';
import { isOurWord, whatWasSaid } from './said';
import type { Shipment } from './shipment';
import type { TimelineEvent } from './timeline-event';

/** `item`: this thing or its identical twin; `person`: someone is sought; `owner`: a found thing, its owner sought. */
export const kinds = ['item', 'person', 'owner'] as const;
export type Kind = (typeof kinds)[number];

/** One thing known of what is sought, such as size: 20 cm. */
export interface Attribute {
  label: string;
  value: string;
}

/** The words of an appeal as every colleague may read them. */
export interface AppealWords {
  title: string;
  story: string;
  sought: Attribute[];
  place: string;
  /** Calendar day, `YYYY-MM-DD`, or empty. */
  lostOn: string;
  /** Without the `#`. */
  hashtags: string[];
  reward: string;
}

/** One case, without its customer, whose record stands apart. */
export interface Appeal extends AppealWords {
  id: string;
  kind: Kind;
  status: Status;
  /** Grows by one with every event; a command names the one it has seen. */
  version: number;
  channel: Channel;
  photos: Photo[];
  finds: Find[];
  shipments: Shipment[];
  timeline: TimelineEvent[];
  /** Account ids. */
  followers: string[];
  /** The catalogue entry of what is sought; missing where nobody has said. */
  entryId?: string | null;
  /** Account id of the agent. */
  openedBy: string;
  openedAt: Date;
  publishedAt: Date | null;
  outcome: Outcome | null;
  /** Id of the appeal for the same thing that goes on in its stead; null where there is none. */
  mergedInto: string | null;
  /** Since when nothing of it is left but what is counted; missing while it is kept. */
  erasedAt?: Date | null;
  /** Since when nothing is left of its customer; missing while they are known. */
  customerErasedAt?: Date | null;
}

/** @returns the find of that id, or undefined */
export function findOf(appeal: Pick<Appeal, 'finds'>, findId: string): Find | undefined {
  return appeal.finds.find((find) => find.id === findId);
}

/** @returns the find on which the case moves on: accepted, travelling or received, and not sent to the last piece */
export function chosenFind(appeal: Pick<Appeal, 'finds' | 'shipments'>): Find | undefined {
  return appeal.finds.find(
    (find) => ['accepted', 'handed_over', 'received'].includes(find.state) && remainingOf(appeal, find) > 0,
  );
}

/** @returns how many pieces of a find are left once its shipments are taken off */
export function remainingOf(appeal: Pick<Appeal, 'shipments'>, find: Find): number {
  const shipped = appeal.shipments.filter((shipment) => shipment.findId === find.id);
  return find.quantity - shipped.reduce((sum, shipment) => sum + shipment.quantity, 0);
}

/**
 * @returns whether the customer had the last word; ending their own search is such a word. Thanks are no answer, and
 * need none.
 */
export function awaitsAnswer({ timeline, customerErasedAt }: Pick<Appeal, 'timeline' | 'customerErasedAt'>): boolean {
  if (customerErasedAt) return false;
  const last = whatWasSaid(timeline).findLast(
    (event) =>
      isOurWord(event) ||
      event.type === 'customer_replied' ||
      event.type === 'changes_wished' ||
      (event.type === 'closed' && event.actor.kind === 'customer'),
  );
  return last !== undefined && !isOurWord(last);
}

/** @returns whether the customer wants to be forgotten */
export function awaitsDeletion({ timeline, customerErasedAt }: Pick<Appeal, 'timeline' | 'customerErasedAt'>): boolean {
  return !customerErasedAt && timeline.some(({ type }) => type === 'deletion_requested');
}

/** @returns whether the parcel must go elsewhere than was known when somebody last dealt with it */
export function hasNewAddress({ timeline }: Pick<Appeal, 'timeline'>): boolean {
  const last = whatWasSaid(timeline).findLast(({ type }) =>
    /^(address_corrected|shipped|update_sent|closed)$/.test(type),
  );
  return last?.type === 'address_corrected';
}

/** How far a search has got: how many have looked, offered or given a lead, and in how many different places. */
export function searchOf({ timeline }: Pick<Appeal, 'timeline'>): { colleagues: number; places: number } {
  const helped = ['looked', 'find_offered', 'lead_given'];
  const helpers = timeline.flatMap(({ type, actor }) =>
    helped.includes(type) && actor.kind === 'account' ? [actor.id] : [],
  );
  const places = timeline.flatMap((event) => (event.type === 'looked' && event.place ? [folded(event.place)] : []));
  return { colleagues: new Set(helpers).size, places: new Set(places).size };
}

function folded(place: string): string {
  return place.normalize('NFC').trim().toLowerCase();
}
