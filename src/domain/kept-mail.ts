/**
 * `waiting`: an agent is to say what becomes of it; `assigned`: it became words of a case; `discarded`: it was of no
 * use, and only its mark is kept; `original`: its words are in a case, and it holds something we do not show.
 */
export const keptMailStates = ['waiting', 'assigned', 'discarded', 'original'] as const;
export type KeptMailState = (typeof keptMailStates)[number];

/**
 * Why a mail did not become words of a case by itself. `unknown`: no reply address of ours; `sender`: the address is
 * right, the sender is not the customer; `closed`: the case takes no words; `automatic`: a program sent it; `bounce`: a
 * report about a mail nobody knows; `empty`: nothing in it; `unreadable`; `tooLarge`; `attachments`: see `original`.
 */
export const keptMailReasons = [
  'unknown',
  'sender',
  'closed',
  'automatic',
  'bounce',
  'empty',
  'unreadable',
  'tooLarge',
  'attachments',
] as const;
export type KeptMailReason = (typeof keptMailReasons)[number];
