import { type Target, transition } from '../appeals/transition';
import { type Customer, customerOf } from '../customers/customer';
import type { Appeal } from '../domain/appeal';
import { type Channel, channelFacts } from '../domain/channels';
import type { EventFact } from '../domain/timeline-event';
import { InvalidInput, NotFound } from '../errors';
import { sealLink } from './link-placeholder';
import { fits } from './text-length';
import { type NewMessage, withMessage } from './with-message';

/** A status update as the agent leaves it. */
export interface Update {
  channel: Channel;
  /** E-mail only. */
  subject: string;
  /** With the status link in the clear where the agent wants it. */
  body: string;
  /** Day, `YYYY-MM-DD`, by which the customer hears next; empty where nothing is promised. */
  hearsBy?: string;
}

/**
 * Sends a status update: a mail is queued for the outbox, for any other channel the text waits to be posted.
 * @param statusUrl the customer's link, taken out of the words before they are stored
 * @param holdMs how long a mail is held, so that it can be taken back
 * @param suiteChannels those in which a social media suite posts for us
 * @throws InvalidInput when the channel does not take the text, everybody could read the customer's link in it, or
 * there is no address to send to
 */
export async function sendUpdate(
  target: Target,
  update: Update,
  statusUrl: string | null,
  holdMs = 0,
  suiteChannels: readonly Channel[] = [],
): Promise<Appeal> {
  const customer = await customerOf(target.appealId);
  if (!customer) throw new NotFound();
  if (!fits(update.channel, update.body)) throw new InvalidInput('error.invalidInput', { body: 'refusal.tooLong' });
  if (tellsLinkToAll(update, statusUrl)) throw new InvalidInput('error.invalidInput', { body: 'refusal.linkInOpen' });
  if (channelFacts[update.channel].delivery === 'note') return noteCall(target, update, customer, statusUrl);
  const message = asMessage(update, customer, statusUrl, { holdMs, suiteChannels });
  const { channel, hearsBy = '' } = update;
  const sent = (messageId: string) => ({ type: 'update_sent' as const, messageId, channel, hearsBy });
  return recorded(target, message, sent);
}

/** Whoever has the link is taken for the customer. */
function tellsLinkToAll({ channel, body }: Update, statusUrl: string | null): boolean {
  return channelFacts[channel].open && statusUrl !== null && body.includes(statusUrl);
}

/** What was said on the phone has been said: there is nothing left to send or to post. */
function noteCall(target: Target, update: Update, customer: Customer, statusUrl: string | null): Promise<Appeal> {
  const { channel, hearsBy = '' } = update;
  const note = { ...aboutUs(update, customer, statusUrl), state: 'posted' as const };
  return recorded(target, note, (messageId) => ({ type: 'update_posted', messageId, channel, hearsBy }));
}

function recorded(target: Target, message: NewMessage, fact: (messageId: string) => EventFact): Promise<Appeal> {
  const record = (messageId: string) =>
    transition({ ...target, action: 'send_update', apply: () => ({ fact: fact(messageId) }) });
  return withMessage(message, record, target.submission);
}

interface Delivery {
  holdMs: number;
  suiteChannels: readonly Channel[];
}

function asMessage(
  update: Update,
  customer: Customer,
  statusUrl: string | null,
  { holdMs, suiteChannels }: Delivery,
): NewMessage {
  const base = aboutUs(update, customer, statusUrl);
  const dueAt = new Date(Date.now() + holdMs);
  if (suiteChannels.includes(update.channel)) return { ...base, recipient: customer.handle, state: 'queued', dueAt };
  if (channelFacts[update.channel].delivery === 'manual') return { ...base, state: 'to_post' };
  if (customer.email === '') throw new InvalidInput('error.invalidInput', { body: 'refusal.noAddress' });
  return { ...base, subject: update.subject, recipient: customer.email, state: 'queued', dueAt };
}

function aboutUs({ channel, body }: Update, customer: Customer, statusUrl: string | null) {
  const { appeal, language } = customer;
  return { appeal, kind: 'update' as const, channel, language, body: sealLink(body, statusUrl) };
}
