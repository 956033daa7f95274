import type { Carrier } from './carriers';
import type { Photo } from './photo';

/** `shelved`: left over, a spare of its own now; `put_back`: on the shelf again, with the spare it was taken from. */
export const findStates = [
  'offered',
  'accepted',
  'declined',
  'withdrawn',
  'handed_over',
  'received',
  'shelved',
  'put_back',
] as const;
export type FindState = (typeof findStates)[number];

export const conditions = ['as_new', 'good', 'worn', 'damaged'] as const;
export type Condition = (typeof conditions)[number];

export const handOverWays = ['in_house_post', 'parcel', 'in_person'] as const;
export type HandOverWay = (typeof handOverWays)[number];

/** How a find left the finder. Carrier and number only for a parcel. */
export interface HandOver {
  way: HandOverWay;
  carrier: Carrier | null;
  trackingNumber: string;
}

/** "I have one!": a colleague's offer within an appeal. */
export interface Find {
  id: string;
  /** Account id of the colleague who has it. */
  finder: string;
  /** The spare its pieces were taken from; missing where a colleague offered it for this appeal. */
  spareId?: string;
  quantity: number;
  /** Where it is: site, floor, cupboard. */
  place: string;
  condition: Condition;
  words: string;
  photo: Photo | null;
  /** The finder agreed that the customer may learn their name. */
  nameForCustomer: boolean;
  /** The finder agreed that the customer may see the photo. */
  photoForCustomer: boolean;
  state: FindState;
  handOver: HandOver | null;
  offeredAt: Date;
}

/** States in which a find has become the customer's: it was taken, and not given up again. */
export const takenStates: readonly FindState[] = ['accepted', 'handed_over', 'received', 'shelved'];

/** States in which a find still counts as an offer that could help. */
export const standingStates: readonly FindState[] = ['offered', 'accepted', 'handed_over', 'received', 'shelved'];
