import type { Action, AppealAction, FindAction } from './actions';
import { appealActions, findActions } from './actions';
import { type AccountActor, type Actor, isAgent } from './actor';
import { type Appeal, remainingOf } from './appeal';
import { moves, outcomesFor } from './appeal-status';
import { approvalOf, isOpenToCustomer, isWithheld } from './approval';
import { assertNever } from './assert-never';
import type { Find } from './find';
import { thanksConsent } from './thanks-consent';

/**
 * What the actor may do to the case now. The same list draws the buttons and guards the commands.
 * @returns appeal actions in the order of `appealActions`
 */
export function allowedActions(actor: Actor, appeal: Appeal): AppealAction[] {
  return appealActions.filter((action) => mayAppeal(actor, appeal, action));
}

/** What the actor may do to one find of the case now, the most likely first. */
export function allowedFindActions(actor: Actor, appeal: Appeal, find: Find): FindAction[] {
  return findActions.filter((action) => mayFind(actor, appeal, find, action));
}

/** @returns whether the actor may do this now; `find` is needed for find actions */
export function isAllowed(actor: Actor, appeal: Appeal, action: Action, find?: Find): boolean {
  if (isFindAction(action)) return find !== undefined && mayFind(actor, appeal, find, action);
  return mayAppeal(actor, appeal, action);
}

function isFindAction(action: Action): action is FindAction {
  return findActions.some((candidate) => candidate === action);
}

function mayAppeal(actor: Actor, appeal: Appeal, action: AppealAction): boolean {
  if (actor.kind === 'customer') return actor.appealId === appeal.id && customerMay(appeal, action);
  if (isAgent(actor)) return agentMay(actor.id, appeal, action);
  return !isWithheld(appeal) && colleagueMay(actor.id, appeal, action);
}

function customerMay(appeal: Appeal, action: AppealAction): boolean {
  switch (action) {
    case 'reply':
      return isOpenToCustomer(appeal);
    case 'approve':
      return ['asked', 'changes_wished', 'withdrawn'].includes(approvalOf(appeal));
    case 'wish_changes':
      return approvalOf(appeal) === 'asked';
    case 'withdraw_approval':
      return approvalOf(appeal) === 'given';
    case 'confirm_delivery':
    case 'withdraw_request':
      return moves(appeal.status, action);
    case 'thank':
      return isHappy(appeal) && appeal.kind !== 'person' && !happened(appeal, 'customer_thanked');
    case 'withdraw_consent':
      return agreesToSomething(appeal);
    case 'correct_address':
      return awaitsParcel(appeal);
    case 'confirm_address':
      return awaitsParcel(appeal) && !knowsAddress(appeal);
    case 'request_deletion':
      return isOpenToCustomer(appeal) && !happened(appeal, 'deletion_requested');
    default:
      return false;
  }
}

function colleagueMay(accountId: string, appeal: Appeal, action: AppealAction): boolean {
  switch (action) {
    case 'offer_find':
      return appeal.kind === 'item' && isSearching(appeal);
    case 'give_lead':
      return appeal.kind !== 'person' && isSearching(appeal);
    case 'give_hint':
      return appeal.kind === 'person' && isSearching(appeal);
    case 'make_claim':
      return appeal.kind === 'owner' && isSearching(appeal);
    case 'look':
      return appeal.kind === 'item' && isSearching(appeal) && !hasLooked(accountId, appeal);
    default:
      return false;
  }
}

function agentMay(accountId: string, appeal: Appeal, action: AppealAction): boolean {
  switch (action) {
    case 'offer_find':
    case 'give_lead':
    case 'give_hint':
    case 'make_claim':
    case 'look':
      return colleagueMay(accountId, appeal, action);
    case 'reopen':
      return appeal.mergedInto === null && moves(appeal.status, action) && hasCustomer(appeal);
    case 'unmerge':
      return appeal.mergedInto !== null && moves(appeal.status, action) && hasCustomer(appeal);
    case 'take_in':
      return !['draft', 'closed'].includes(appeal.status);
    case 'give_back':
      return appeal.status !== 'draft';
    case 'publish':
      return moves(appeal.status, action) && !isWithheld(appeal);
    case 'ask_approval':
      return mayAsk(appeal);
    case 'unask_approval':
      return approvalOf(appeal) === 'asked';
    case 'ask_sought':
    case 'share_contact':
      return isLookingForSomebody(appeal) && !happened(appeal, 'contact_shared');
    case 'merge':
    case 'ship':
    case 'confirm_delivery':
      return moves(appeal.status, action);
    case 'name_owner':
    case 'hand_to_owner':
    case 'dispose':
      return appeal.kind === 'owner' && moves(appeal.status, action);
    case 'judge_claim':
      return appeal.kind === 'owner' && appeal.status === 'searching';
    case 'keep_marks':
      return appeal.kind === 'owner' && ['draft', 'searching'].includes(appeal.status);
    case 'reserve_spare':
      return appeal.kind === 'item' && moves(appeal.status, action);
    case 'close':
      return outcomesFor(appeal).length > 0;
    case 'edit':
      return appeal.status !== 'closed' && hasCustomer(appeal);
    // A face on the page of happy ends must go even when the case is long over.
    case 'retouch_photo':
      return true;
    case 'send_update':
    case 'mark_posted':
    case 'take_back_update':
    case 'renew_link':
    case 'revoke_link':
      return isOpenToCustomer(appeal) && hasCustomer(appeal);
    // A search that goes on needs somebody to search for; it is ended first.
    case 'erase_customer':
      return appeal.status === 'draft' || appeal.status === 'closed';
    case 'reply':
    case 'approve':
    case 'wish_changes':
    case 'withdraw_approval':
    case 'thank':
    case 'withdraw_consent':
    case 'confirm_address':
    case 'correct_address':
    case 'withdraw_request':
    case 'request_deletion':
      return false;
    default:
      return assertNever(action);
  }
}

function mayFind(actor: Actor, appeal: Appeal, find: Find, action: FindAction): boolean {
  if (actor.kind === 'customer') return false;
  const finder = find.finder === actor.id;
  switch (action) {
    case 'withdraw_find':
      return finder && find.state === 'offered';
    case 'hand_over_find':
      return (finder || actsForFinder(actor, appeal)) && find.state === 'accepted' && moves(appeal.status, action);
    case 'accept_find':
      return isAgent(actor) && find.state === 'offered' && moves(appeal.status, action);
    case 'decline_find':
      return isAgent(actor) && find.state === 'offered';
    case 'release_find':
      return isAgent(actor) && isComing(find) && !find.spareId && moves(appeal.status, action);
    case 'release_reservation':
      return mayRelease(actor, appeal, find) && moves(appeal.status, action);
    case 'hand_over_spare':
      return isAgent(actor) && isReserved(find) && moves(appeal.status, action);
    case 'receive_find':
      return isAgent(actor) && find.state === 'handed_over';
    case 'take_back_spare':
      return isAgent(actor) && find.spareId !== undefined && find.state === 'received' && hasSurplus(appeal, find);
    case 'shelve_find':
      return isAgent(actor) && find.state === 'received' && hasSurplus(appeal, find);
    default:
      return assertNever(action);
  }
}

/** Whoever cannot see the appeal any more hands over to the agent in person, who notes it. */
function actsForFinder(actor: AccountActor, appeal: Appeal): boolean {
  return isAgent(actor) && isWithheld(appeal);
}

function isComing({ state }: Find): boolean {
  return state === 'accepted' || state === 'handed_over';
}

function isReserved({ spareId, state }: Find): boolean {
  return spareId !== undefined && state === 'accepted';
}

/** Whoever keeps it may say that it cannot be had after all; once it is out, that is the agent's to decide. */
function mayRelease(actor: AccountActor, appeal: Appeal, find: Find): boolean {
  if (!isAgent(actor)) return isReserved(find) && find.finder === actor.id;
  const isWhole = remainingOf(appeal, find) === find.quantity;
  return find.spareId !== undefined && isWhole && (isComing(find) || find.state === 'received');
}

/** What is left of a find is surplus once the customer's piece is on its way, or is no longer wanted. */
function hasSurplus(appeal: Appeal, find: Find): boolean {
  return ['on_its_way', 'delivered', 'closed'].includes(appeal.status) && remainingOf(appeal, find) > 0;
}

/** Backups are welcome until the thing is at the desk. */
function isSearching(appeal: Appeal): boolean {
  return ['searching', 'found', 'collecting'].includes(appeal.status);
}

/** Whoever was forgotten can be told nothing, and nothing is sought for them any more. */
function hasCustomer({ customerErasedAt }: Appeal): boolean {
  return !customerErasedAt;
}

/** Nobody is asked in the name of a customer who does not agree. */
function isLookingForSomebody(appeal: Appeal): boolean {
  return appeal.kind === 'person' && appeal.status === 'searching' && !isWithheld(appeal);
}

/** Before the appeal is published, and again whenever the customer does not agree to it as it stands. */
function mayAsk(appeal: Appeal): boolean {
  const approval = approvalOf(appeal);
  return approval === 'unasked' ? appeal.status === 'draft' : approval !== 'asked' && approval !== 'given';
}

/** A parcel will be sent, and its label is not written yet. A person is found by words. */
function awaitsParcel({ kind, status }: Appeal): boolean {
  return kind !== 'person' && ['searching', 'found', 'collecting', 'at_desk'].includes(status);
}

/** The customer has seen to the address since an agent last changed anything. */
function knowsAddress({ timeline }: Appeal): boolean {
  const last = timeline.findLast(({ type }) => /^(address_confirmed|address_corrected|appeal_edited)$/.test(type));
  return last !== undefined && last.type !== 'appeal_edited';
}

function agreesToSomething(appeal: Appeal): boolean {
  const consent = thanksConsent(appeal);
  return consent !== null && (consent.shareable || consent.publicUse);
}

function isHappy(appeal: Appeal): boolean {
  return appeal.status === 'delivered' || (appeal.status === 'closed' && appeal.outcome === 'happy');
}

function happened(appeal: Appeal, type: string): boolean {
  return appeal.timeline.some((event) => event.type === type);
}

function hasLooked(accountId: string, appeal: Appeal): boolean {
  return appeal.timeline.some(
    (event) => event.type === 'looked' && event.actor.kind === 'account' && event.actor.id === accountId,
  );
}
