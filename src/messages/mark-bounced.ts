import { MessageModel } from '../models/message';

/**
 * A mail that had been sent came back.
 * @param reason what the other server said
 */
export async function markBounced(messageId: string, reason: string): Promise<void> {
  await MessageModel.updateOne(
    { _id: messageId, state: 'sent' },
    { $set: { state: 'failed', lastError: reason.slice(0, 500) } },
  );
}
