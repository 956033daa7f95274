import { toObjectId } from '../appeals/appeal-record';
import { type Target, transition } from '../appeals/transition';
import { Conflict, NotFound } from '../errors';
import { MessageModel } from '../models/message';

/**
 * The agent has posted an update in its channel.
 * @param postedLink where it stands; may be empty, as a phone call has no link
 * @throws NotFound when the case has no such message
 * @throws Conflict when it was marked already
 */
export async function markPosted(target: Target, messageId: string, postedLink: string): Promise<void> {
  const filter = { _id: toObjectId(messageId), appeal: target.appealId };
  const message = await MessageModel.findOne(filter).lean();
  if (!message) throw new NotFound();
  const marked = await MessageModel.updateOne(
    { ...filter, state: 'to_post' },
    { $set: { state: 'posted', postedLink } },
  );
  if (marked.matchedCount === 0) throw new Conflict('conflict.notNow');
  try {
    await transition({
      ...target,
      action: 'mark_posted',
      apply: () => ({ fact: { type: 'update_posted', messageId, channel: message.channel } }),
    });
  } catch (error) {
    await MessageModel.updateOne(filter, { $set: { state: 'to_post', postedLink: '' } });
    throw error;
  }
}
