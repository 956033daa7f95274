import type { Appeal, Kind } from './appeal';
import { assertNever } from './assert-never';
import { channelFacts } from './channels';
import { whatWasSaid } from './said';
import { thanksConsent } from './thanks-consent';
import type { EventFact, TimelineEvent } from './timeline-event';

/** The three projections of one case. */
export type Projection = 'agent' | 'colleague' | 'customer';

const everyone: readonly Projection[] = ['agent', 'colleague', 'customer'];
const company: readonly Projection[] = ['agent', 'colleague'];
const agents: readonly Projection[] = ['agent'];

/**
 * @returns the events of a case a projection may know of by now: an update taken back was never said, and thanks are
 * hidden again once they may not be shown
 */
export function eventsFor(projection: Projection, appeal: Appeal): TimelineEvent[] {
  const shareable = thanksConsent(appeal)?.shareable ?? false;
  const asOfNow = (event: TimelineEvent) => (event.type === 'customer_thanked' ? { ...event, shareable } : event);
  const timeline = projection === 'agent' ? appeal.timeline : whatWasSaid(appeal.timeline);
  return timeline.filter((event) => audienceOf(asOfNow(event), appeal.kind).includes(projection));
}

/**
 * Who may know of an event at all; what of it they read is the presenters' matter.
 * A text that waits to be posted has not been said yet: the customer is told once it stands in its channel.
 * Hints about who owns a found thing are for the agent alone. Whether a person was found, and what their customer says
 * of it, is between those two.
 */
export function audienceOf(event: EventFact, kind: Kind): readonly Projection[] {
  switch (event.type) {
    case 'appeal_published':
    case 'find_accepted':
    case 'find_released':
    case 'find_handed_over':
    case 'find_received':
    case 'spare_reserved':
    case 'reservation_released':
    case 'spare_handed_over':
    case 'owner_named':
    case 'handed_to_owner':
    case 'shipped':
    case 'delivered':
    case 'closed':
    case 'reopened':
    case 'update_posted':
      return everyone;
    case 'update_sent':
      return channelFacts[event.channel].delivery === 'mail' ? everyone : agents;
    case 'appeal_edited':
    case 'find_offered':
    case 'find_withdrawn':
    case 'surplus_shelved':
    case 'spare_taken_back':
    case 'looked':
    case 'merged_into':
    case 'took_in':
    case 'merge_undone':
    case 'gave_back':
      return company;
    case 'lead_given':
      return kind === 'item' ? company : agents;
    case 'customer_thanked':
      return event.shareable && kind !== 'person' ? everyone : ['agent', 'customer'];
    case 'contact_shared':
    case 'approval_asked':
    case 'approval_unasked':
    case 'approval_given':
    case 'changes_wished':
    case 'approval_withdrawn':
    case 'customer_replied':
    case 'consent_withdrawn':
    case 'address_confirmed':
    case 'address_corrected':
    case 'deletion_requested':
      return ['agent', 'customer'];
    case 'appeal_opened':
    case 'update_taken_back':
    case 'update_stopped':
    case 'find_declined':
    case 'status_link_renewed':
    case 'status_link_revoked':
      return agents;
    default:
      return assertNever(event);
  }
}
