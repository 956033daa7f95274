import type { AppealWords } from './appeal';
import type { Outcome } from './appeal-status';
import type { Carrier } from './carriers';
import type { Channel } from './channels';
import type { HandOverWay } from './find';
import type { DisposalWay } from './found-thing';

/** Who did it, as the timeline keeps it. A name is looked up when it is shown, so that erasing a person erases it here too. */
export type EventActor = { kind: 'account'; id: string } | { kind: 'customer' };

/** What happened. Facts only: sentences are rendered, and a customer's words stand in messages, never here. */
export type EventFact =
  | { type: 'appeal_opened' }
  | { type: 'appeal_published' }
  | { type: 'appeal_edited'; fields: (keyof AppealWords | 'photos' | 'entryId')[] }
  | { type: 'approval_asked' }
  | { type: 'approval_unasked' }
  | { type: 'approval_given' }
  | { type: 'changes_wished'; messageId: string }
  | { type: 'approval_withdrawn' }
  | { type: 'find_offered'; findId: string; quantity: number }
  | { type: 'find_withdrawn'; findId: string }
  | { type: 'find_accepted'; findId: string }
  | { type: 'find_declined'; findId: string; words: string }
  | { type: 'find_released'; findId: string; words: string }
  | { type: 'find_handed_over'; findId: string; way: HandOverWay }
  | { type: 'find_received'; findId: string }
  | { type: 'surplus_shelved'; findId: string; spareId: string; quantity: number }
  | { type: 'spare_reserved'; findId: string; spareId: string; quantity: number }
  | { type: 'reservation_released'; findId: string; spareId: string; words: string }
  | { type: 'spare_handed_over'; findId: string; spareId: string }
  | { type: 'spare_taken_back'; findId: string; spareId: string; quantity: number }
  | { type: 'lead_given'; words: string }
  | { type: 'looked'; place: string }
  | { type: 'owner_named' }
  | { type: 'contact_shared' }
  | { type: 'handed_to_owner' }
  | { type: 'shipped'; shipmentId: string; carrier: Carrier }
  | { type: 'delivered' }
  /** `disposal`: what was decided of a found thing nobody has claimed. */
  | { type: 'closed'; outcome: Outcome; disposal?: DisposalWay }
  | { type: 'reopened' }
  | { type: 'merged_into'; appealId: string }
  | { type: 'took_in'; appealId: string }
  | { type: 'merge_undone'; appealId: string }
  | { type: 'gave_back'; appealId: string }
  /** `hearsBy`: the day, `YYYY-MM-DD`, by which we promised to be heard of again; empty where nothing was promised. */
  | { type: 'update_sent'; messageId: string; channel: Channel; hearsBy?: string }
  | { type: 'update_posted'; messageId: string; channel: Channel; hearsBy?: string }
  | { type: 'update_taken_back'; messageId: string; channel: Channel }
  | { type: 'update_stopped'; messageId: string; channel: Channel }
  | { type: 'status_link_renewed' }
  | { type: 'status_link_revoked' }
  | { type: 'customer_replied'; messageId: string }
  | { type: 'customer_thanked'; messageId: string; shareable: boolean; publicUse: boolean }
  | { type: 'consent_withdrawn'; shareable: boolean; publicUse: boolean }
  | { type: 'address_confirmed' }
  | { type: 'address_corrected' }
  | { type: 'deletion_requested' };

export type EventType = EventFact['type'];

/** One entry of the append-only list: a fact with its id, hour and actor. */
export type TimelineEvent = EventFact & { id: string; at: Date; actor: EventActor };
