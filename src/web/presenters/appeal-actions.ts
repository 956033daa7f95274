import type { AppealAction, FindAction } from '../../domain/actions';
import type { Actor } from '../../domain/actor';
import { allowedActions, allowedFindActions } from '../../domain/allowed-actions';
import type { Appeal } from '../../domain/appeal';
import type { Find } from '../../domain/find';
import { link, paths } from '../../paths';

const appealPatterns = {
  edit: paths.editAppeal,
  publish: paths.publication,
  ask_approval: paths.approvalRequest,
  unask_approval: paths.approvalRequestWithdrawal,
  offer_find: paths.finds,
  give_lead: paths.leads,
  give_hint: paths.hints,
  ask_sought: paths.inquiries,
  look: paths.looks,
  keep_marks: paths.marks,
  make_claim: paths.claims,
  hand_to_owner: paths.ownerHandOver,
  dispose: paths.disposal,
  reserve_spare: paths.reservations,
  ship: paths.shipments,
  confirm_delivery: paths.delivery,
  close: paths.closure,
  reopen: paths.reopening,
  merge: paths.merger,
  unmerge: paths.mergerEnd,
  send_update: paths.newUpdate,
  renew_link: paths.statusLink,
  revoke_link: paths.statusLinkRevocation,
} as const satisfies Partial<Record<AppealAction, string>>;

const findPatterns = {
  accept_find: paths.findAcceptance,
  hand_over_spare: paths.spareHandOver,
  hand_over_find: paths.findHandOver,
  receive_find: paths.findReceipt,
  take_back_spare: paths.spareReturn,
  shelve_find: paths.findShelving,
  decline_find: paths.findRefusal,
  release_find: paths.findRelease,
  release_reservation: paths.reservationRelease,
  withdraw_find: paths.findWithdrawal,
} as const satisfies Record<FindAction, string>;

/** @returns where an action of the case posts to, or null where the actor may not do it now */
export function appealActionsFor(actor: Actor, appeal: Appeal): (action: keyof typeof appealPatterns) => string | null {
  const allowed: readonly string[] = allowedActions(actor, appeal);
  return (action) => (allowed.includes(action) ? link(appealPatterns[action], { id: appeal.id }) : null);
}

/** @returns where each allowed action of a find posts to, the most likely first */
export function findActionsFor(actor: Actor, appeal: Appeal, find: Find): Partial<Record<FindAction, string>> {
  const allowed = allowedFindActions(actor, appeal, find);
  return Object.fromEntries(
    allowed.map((action) => [action, link(findPatterns[action], { id: appeal.id, findId: find.id })]),
  );
}
