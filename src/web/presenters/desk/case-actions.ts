import { isOpenToCustomer, isWithheld } from '../../../domain/approval';
import { isOurWord, whatWasSaid } from '../../../domain/said';
import { link, paths } from '../../../paths';
import type { DeskCase, DeskItem } from './desk-item';

/** The customer has agreed. */
export function publish({ appeal }: DeskCase): DeskItem['action'] {
  return { href: link(paths.publication, { id: appeal.id }), label: 'appeal.publish', icon: 'pin', opens: false };
}

/** The first mail that could not be sent. */
export function retry({ appeal, messages }: DeskCase): DeskItem['action'] {
  const failed = messages.find(({ state }) => state === 'failed');
  if (!failed) return null;
  const href = link(paths.updateRetry, { id: appeal.id, messageId: failed.id });
  return { href, label: 'update.retry', icon: 'rotate-ccw', opens: false };
}

/** The composer opens with the words of where the case stands, such as how many have searched so far. */
function draft({ appeal }: DeskCase): DeskItem['action'] {
  if (!isOpenToCustomer(appeal)) return null;
  const href = link(paths.newUpdate, { id: appeal.id });
  return { href, label: 'desk.promises.write', icon: 'send', opens: true };
}

/** Who has been waiting for a word hears how many have searched so far, even where it is the first. */
export function overdueDraft(entry: DeskCase): DeskItem['action'] {
  const { appeal } = entry;
  const action = draft(entry);
  if (!action || appeal.status !== 'searching' || isWithheld(appeal)) return action;
  return { ...action, href: `${action.href}?template=searching_still` };
}

/** Until the question was put to the customer, its text waits in the composer. */
export function question(entry: DeskCase): DeskItem['action'] {
  const said = whatWasSaid(entry.appeal.timeline);
  const asked = said.findLastIndex(({ type }) => type === 'approval_asked');
  return said.slice(asked).some(isOurWord) ? null : draft(entry);
}

/** The customer wants to be forgotten. */
export function erasure({ appeal: { id } }: DeskCase): DeskItem['action'] {
  return { href: link(paths.erasure, { id }), icon: 'eraser', label: 'erasure.title', opens: true };
}
