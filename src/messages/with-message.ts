import { AppError } from '../errors';
import { isFirst } from '../models/duplicate';
import { MessageModel, type MessageRecord } from '../models/message';
import { recordIdFor } from '../submissions/ids';

/** A message before it has an id. */
export type NewMessage = Pick<MessageRecord, 'appeal' | 'kind' | 'state' | 'channel' | 'language' | 'body'> &
  Partial<Pick<MessageRecord, 'subject' | 'recipient' | 'dueAt' | 'photos'>>;

/**
 * Writes the words first and the event that names them second, so that the timeline never speaks of words that are
 * not there. When the event is refused, the words go again; should the process end in between, they belong to no
 * event, are never sent, and are swept away.
 * @param record writes the event
 * @param submission fingerprint of the form: its words are written once, however often it is sent
 */
export async function withMessage<Result>(
  message: NewMessage,
  record: (messageId: string) => Promise<Result>,
  submission?: string,
): Promise<Result> {
  const _id = recordIdFor(submission, 'message');
  await isFirst(() => MessageModel.create({ ...message, _id, writtenAt: new Date() }));
  try {
    return await record(_id.toHexString());
  } catch (error) {
    // After any other fault the event may stand all the same, and must not speak of words that are gone.
    if (error instanceof AppError) await MessageModel.deleteOne({ _id });
    throw error;
  }
}
