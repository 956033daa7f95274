import type { Appeal } from './appeal';
import type { EventType } from './timeline-event';

/**
 * Which events show that an agent has a part in the case. What any colleague may do is none, or a look at the board
 * would open every case; nor is what happens to a case because of another one.
 */
const isWork: Readonly<Record<EventType, boolean>> = {
  appeal_opened: true,
  appeal_published: true,
  appeal_edited: true,
  approval_asked: true,
  approval_unasked: true,
  approval_given: false,
  changes_wished: false,
  approval_withdrawn: false,
  find_offered: false,
  find_withdrawn: false,
  find_accepted: true,
  find_declined: true,
  find_released: true,
  find_handed_over: false,
  find_received: true,
  surplus_shelved: true,
  spare_reserved: true,
  reservation_released: false,
  spare_handed_over: true,
  spare_taken_back: true,
  lead_given: false,
  looked: false,
  owner_named: true,
  contact_shared: true,
  handed_to_owner: true,
  shipped: true,
  delivered: true,
  closed: true,
  reopened: true,
  merged_into: false,
  took_in: false,
  merge_undone: false,
  gave_back: false,
  update_sent: true,
  update_posted: true,
  update_taken_back: true,
  update_stopped: true,
  status_link_renewed: true,
  status_link_revoked: true,
  customer_replied: false,
  customer_thanked: false,
  consent_withdrawn: false,
  address_confirmed: false,
  address_corrected: false,
  deletion_requested: false,
};

/**
 * @param agentId account id
 * @returns whether the case is the agent's own: they opened it or have worked on it. Following is a wish to hear of it,
 * which everybody may have.
 */
export function isOwnCase(agentId: string, { openedBy, timeline }: Pick<Appeal, 'openedBy' | 'timeline'>): boolean {
  if (openedBy === agentId) return true;
  return timeline.some(({ type, actor }) => actor.kind === 'account' && actor.id === agentId && isWork[type]);
}
