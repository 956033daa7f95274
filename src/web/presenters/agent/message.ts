import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { link, paths } from '../../../paths';
import type { MessageView } from '../appeal-page';
import { paragraphs } from '../paragraphs';

/**
 * Words exchanged with the customer, as agents see them.
 * @param statusUrl the customer's link as it is valid now
 */
export function messageView(message: Message, statusUrl: string | null): MessageView {
  const text = fillLink(message.body, statusUrl);
  const toPost = message.state === 'to_post';
  return {
    id: message.id,
    kind: message.kind,
    fromCustomer: message.kind !== 'update',
    state: message.state,
    stateLabel: `update.state.${message.state}`,
    channelLabel: message.kind === 'update' ? `channel.${message.channel}` : 'channel.status_page',
    subject: message.subject,
    body: paragraphs(text),
    copyText: toPost ? text : null,
    writtenAt: message.writtenAt,
    postedLink: message.postedLink,
    postedAction: toPost ? link(paths.updatePosting, { id: message.appeal, messageId: message.id }) : null,
    lastError: message.lastError,
  };
}
