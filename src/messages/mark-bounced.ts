import { touch } from '../appeals/touch';
import { MessageModel } from '../models/message';

/**
 * A mail that had been sent came back.
 * @param reason what the other server said
 */
export async function markBounced(messageId: string, reason: string): Promise<void> {
  const set = { state: 'failed', lastError: reason.slice(0, 500) } as const;
  const message = await MessageModel.findOneAndUpdate({ _id: messageId, state: 'sent' }, { $set: set }).lean();
  if (message) await touch(message.appeal);
}
