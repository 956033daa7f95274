/**
 * What can be done to a case as a whole. `merge` closes it as another's duplicate, which takes it in; `unmerge` opens it
 * again, and the other gives it back.
 */
export const appealActions = [
  'edit',
  'retouch_photo',
  'publish',
  'ask_approval',
  'unask_approval',
  'offer_find',
  'give_lead',
  'give_hint',
  'ask_sought',
  'share_contact',
  'look',
  'keep_marks',
  'make_claim',
  'judge_claim',
  'name_owner',
  'hand_to_owner',
  'dispose',
  'reserve_spare',
  'ship',
  'confirm_delivery',
  'close',
  'reopen',
  'send_update',
  'mark_posted',
  'take_back_update',
  'renew_link',
  'revoke_link',
  'reply',
  'approve',
  'wish_changes',
  'withdraw_approval',
  'thank',
  'withdraw_consent',
  'confirm_address',
  'correct_address',
  'withdraw_request',
  'request_deletion',
  'merge',
  'take_in',
  'unmerge',
  'give_back',
  'erase_customer',
] as const;
export type AppealAction = (typeof appealActions)[number];

/**
 * What can be done to one find. `release_find` and, where it was made of a spare, `release_reservation` give up what had
 * been accepted; the search goes on.
 */
export const findActions = [
  'accept_find',
  'hand_over_spare',
  'hand_over_find',
  'receive_find',
  'take_back_spare',
  'shelve_find',
  'decline_find',
  'release_find',
  'release_reservation',
  'withdraw_find',
] as const;
export type FindAction = (typeof findActions)[number];

export type Action = AppealAction | FindAction;
