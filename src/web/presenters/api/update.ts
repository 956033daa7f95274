import { z } from 'zod';
import { channels } from '../../../domain/channels';
import { messageStates } from '../../../domain/message';
import type { Message } from '../../../messages/find-messages';
import { instant, listOf } from './parts';

/** A status update. */
export const updateSchema = z
  .strictObject({
    id: z.string(),
    appealId: z.string(),
    state: z.enum(messageStates),
    channel: z.enum(channels),
    subject: z.string(),
    body: z.string(),
    postedLink: z.string(),
    writtenAt: instant,
  })
  .meta({ id: 'Update' });

export const updatesSchema = listOf(updateSchema, 'Updates');

/** For agents alone. Where the link to the status page goes, its placeholder stands: the link is for the customer. */
export function updateJson(message: Message): z.infer<typeof updateSchema> {
  const { id, appeal, state, channel, subject, body, postedLink } = message;
  return {
    id,
    appealId: appeal,
    state,
    channel,
    subject,
    body,
    postedLink,
    writtenAt: message.writtenAt.toISOString(),
  };
}
