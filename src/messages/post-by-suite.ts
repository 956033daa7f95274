import { customerOf } from '../customers/customer';
import type { AccountActor } from '../domain/actor';
import { AppealModel } from '../models/appeal';
import type { MessageRecord } from '../models/message';
import type { Webhook } from '../webhook/webhook';
import { settle } from './settle';

/**
 * Has a social media suite post a text, and says so in the case, in the name of the agent who wrote it.
 * @param text with the status link filled in
 * @throws Error when the suite did not take it
 */
export async function postBySuite(message: MessageRecord, text: string, webhook: Webhook): Promise<void> {
  const customer = await customerOf(message.appeal);
  const id = message._id.toHexString();
  const postedLink = await webhook({
    id,
    channel: message.channel,
    language: message.language,
    text,
    handle: customer?.handle ?? '',
    inReplyTo: customer?.postUrl ?? '',
  });
  const actor: AccountActor = { kind: 'account', id: await writerOf(message), roles: ['agent'] };
  await settle({ actor, appealId: message.appeal }, id, {
    from: { state: 'queued', sendingSince: message.sendingSince },
    set: { state: 'posted', postedLink, dueAt: null, sendingSince: null, lastError: '' },
    event: 'update_posted',
  });
}

async function writerOf({ _id, appeal }: MessageRecord): Promise<string> {
  const record = await AppealModel.findById(appeal, { timeline: 1 }).lean();
  const sent = record?.timeline.find((event) => 'messageId' in event && event.messageId === _id.toHexString());
  return sent?.actor.kind === 'account' ? sent.actor.id : '';
}
