import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { link, paths } from '../../../paths';
import type { MessageView } from '../appeal-page';
import { paragraphs } from '../paragraphs';
import { appealPhoto } from '../photo-view';

/**
 * Words exchanged with the customer, as agents see them.
 * @param statusUrl the customer's link as it is valid now
 */
export function messageView(message: Message, statusUrl: string | null): MessageView {
  const text = fillLink(message.body, statusUrl);
  const toPost = message.state === 'to_post';
  const held = message.state === 'queued' && message.attempts === 0;
  const ids = { id: message.appeal, messageId: message.id };
  return {
    id: message.id,
    kind: message.kind,
    fromCustomer: message.kind !== 'update',
    state: message.state,
    stateLabel: `update.state.${message.state}`,
    channelLabel: message.kind === 'update' ? `channel.${message.channel}` : 'channel.status_page',
    subject: message.subject,
    body: paragraphs(text),
    photos: message.photos.map((photo) => appealPhoto(message.appeal, photo)),
    copyText: toPost ? text : null,
    writtenAt: message.writtenAt,
    postedLink: message.postedLink,
    postedAction: toPost ? link(paths.updatePosting, ids) : null,
    recipient: message.recipient,
    lastError: message.lastError,
    attempts: message.attempts,
    nextAttemptAt: message.state === 'queued' && message.attempts > 0 ? message.dueAt : null,
    repeated: message.repeats > 0,
    heldSeconds: held ? secondsUntil(message.dueAt) : 0,
    undoAction: held ? link(paths.updateWithdrawal, ids) : null,
    retryAction: message.state === 'failed' ? link(paths.updateRetry, ids) : null,
  };
}

function secondsUntil(at: Date | null): number {
  return at ? Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000)) : 0;
}
