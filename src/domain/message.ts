/** `update`: from the agent to the customer; `reply` and `thanks`: from the customer. */
export const messageKinds = ['update', 'reply', 'thanks'] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * `queued`: a mail waiting for the outbox; `sent`: the mail server took it; `failed`: given up after the last attempt;
 * `to_post`: to be copied into its channel by the agent; `posted`: done so; `received`: came from the customer.
 */
export const messageStates = ['queued', 'sent', 'failed', 'to_post', 'posted', 'received'] as const;
export type MessageState = (typeof messageStates)[number];
