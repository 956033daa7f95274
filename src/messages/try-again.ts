import { toObjectId } from '../appeals/appeal-record';
import { appealFor } from '../appeals/find-appeals';
import type { Target } from '../appeals/transition';
import { customerOf } from '../customers/customer';
import { Conflict, NotFound } from '../errors';
import { MessageModel } from '../models/message';

/**
 * Queues a mail anew that was given up, to the address the customer has now. What was wrong stays with it until a
 * server has taken it.
 * @throws NotFound when the case has no such message, or no customer any more
 * @throws Conflict when the mail was not given up
 */
export async function tryAgain({ actor, appealId }: Target, messageId: string): Promise<void> {
  await appealFor(actor, appealId);
  const filter = { _id: toObjectId(messageId), appeal: appealId };
  const [message, customer] = await Promise.all([MessageModel.findOne(filter).lean(), customerOf(appealId)]);
  if (!message || !customer) throw new NotFound();
  const recipient = message.channel === 'email' ? customer.email : message.recipient;
  const queued = await MessageModel.updateOne(
    { ...filter, state: 'failed' },
    {
      $set: { state: 'queued', dueAt: new Date(), planned: false, attempts: 0, recipient },
      $min: { repeats: 1 },
    },
  );
  if (queued.matchedCount === 0) throw new Conflict('conflict.notNow');
}
