import type { EventType } from '../../domain/timeline-event';

/** The lucide icon of every event. */
export const timelineIcons: Record<EventType, string> = {
  appeal_opened: 'file-plus',
  appeal_published: 'megaphone',
  appeal_edited: 'pencil',
  find_offered: 'hand',
  find_withdrawn: 'undo-2',
  find_accepted: 'sparkles',
  find_declined: 'message-circle-off',
  find_released: 'rotate-ccw',
  find_handed_over: 'hand-helping',
  find_received: 'inbox',
  surplus_shelved: 'archive',
  lead_given: 'lightbulb',
  looked: 'search-check',
  owner_named: 'user-check',
  shipped: 'package',
  delivered: 'package-check',
  closed: 'circle-check-big',
  reopened: 'refresh-cw',
  update_sent: 'send',
  update_posted: 'check-check',
  status_link_renewed: 'link',
  status_link_revoked: 'unlink',
  customer_replied: 'reply',
  customer_thanked: 'heart',
};
