import type { Actor } from '../../../domain/actor';
import { allowedFindActions, isAllowed } from '../../../domain/allowed-actions';
import type { Appeal } from '../../../domain/appeal';
import type { Find } from '../../../domain/find';
import { link, paths } from '../../../paths';
import { appealPhotoOrNull, type PhotoView } from '../photo-view';

/** What a phone opens that has scanned a paper: one question, one button. */
export interface ReceiptPage {
  /** Locale keys. */
  question: string;
  confirm: string;
  /** What is said where there is nothing to confirm (any more). */
  notNow: string;
  appealTitle: string;
  appealHref: string;
  photo: PhotoView | null;
  pieces: number;
  version: number;
  /** Null where there is nothing to confirm. */
  action: string | null;
}

/** Has this find come to the desk? */
export function findReceiptPage(actor: Actor, appeal: Appeal, find: Find): ReceiptPage {
  const mayNow = allowedFindActions(actor, appeal, find).includes('receive_find');
  const action = link(paths.findReceipt, { id: appeal.id, findId: find.id });
  return { ...receipt('find', appeal), pieces: find.quantity, action: mayNow ? action : null };
}

/** Has the parcel come to the customer? */
export function deliveryPage(actor: Actor, appeal: Appeal): ReceiptPage {
  const mayNow = isAllowed(actor, appeal, 'confirm_delivery');
  const pieces = appeal.shipments.at(-1)?.quantity ?? 1;
  return { ...receipt('parcel', appeal), pieces, action: mayNow ? link(paths.delivery, { id: appeal.id }) : null };
}

function receipt(what: 'find' | 'parcel', appeal: Appeal) {
  return {
    question: `print.received.${what}`,
    confirm: `print.received.${what}Confirm`,
    notNow: `print.received.${what}NotNow`,
    appealTitle: appeal.title,
    appealHref: link(paths.appeal, { id: appeal.id }),
    photo: appealPhotoOrNull(appeal.id, appeal.photos[0]),
    version: appeal.version,
  };
}
