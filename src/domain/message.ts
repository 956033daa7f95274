/** `update`: from the agent to the customer; `reply` and `thanks`: from the customer. */
export const messageKinds = ['update', 'reply', 'thanks'] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * `queued`: a mail waiting for the outbox; `sent`: the mail server took it; `failed`: given up after the last attempt;
 * `taken_back`: the agent thought better of it in time;
 * `to_post`: to be copied into its channel by the agent; `posted`: done so; `received`: came from the customer.
 */
export const messageStates = ['queued', 'sent', 'failed', 'taken_back', 'to_post', 'posted', 'received'] as const;
export type MessageState = (typeof messageStates)[number];

/** The event a change of a message brings; with the message until it is written. */
export interface PendingEvent {
  type: 'update_posted' | 'update_taken_back' | 'update_stopped';
  /** Account id; null for the customer. */
  by: string | null;
  at: Date;
}
