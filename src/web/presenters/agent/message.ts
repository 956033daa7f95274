import { type Channel, channelFacts } from '../../../domain/channels';
import type { Photo } from '../../../domain/photo';
import type { Message } from '../../../messages/find-messages';
import { fillLink } from '../../../messages/link-placeholder';
import { postsOf } from '../../../messages/thread';
import { link, paths } from '../../../paths';
import type { MessageView } from '../appeal-page';
import { paragraphs } from '../paragraphs';
import { appealPhoto } from '../photo-view';

/** What is to be known about a message besides its words. */
export interface MessageReader {
  /** The customer's link as it is valid now. */
  statusUrl: string | null;
  /** The mail it came as, where that holds more than is shown. */
  originalId: string | undefined;
  /** Whether a photo may become one of the appeal's. */
  adoptable: (photo: Photo) => boolean;
}

/** Words exchanged with the customer, as agents see them. */
export function messageView(message: Message, { statusUrl, originalId, adoptable }: MessageReader): MessageView {
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
    channelLabel: isFromStatusPage(message) ? 'channel.status_page' : `channel.${message.channel}`,
    subject: message.subject,
    body: paragraphs(text),
    photos: message.photos.map((photo) => ({
      ...appealPhoto(message.appeal, photo),
      adoptAction: adoptable(photo) ? link(paths.photoAdoption, { id: message.appeal, photoId: photo.id }) : null,
    })),
    originalHref: originalId ? link(paths.keptMailOriginal, { mailId: originalId }) : null,
    copyTexts: toPost ? copiesOf(message.channel, text) : [],
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
    dropAction: mayBeDropped(message) ? link(paths.updateWithdrawal, ids) : null,
    retryAction: message.state === 'failed' ? link(paths.updateRetry, ids) : null,
  };
}

/** What is copied at once: one text, or the posts of a thread. */
function copiesOf(channel: Channel, text: string): MessageView['copyTexts'] {
  const posts = channelFacts[channel].counting === 'x' ? postsOf(text) : [text];
  return posts.map((post, index) => ({ text: post, number: posts.length > 1 ? index + 1 : null }));
}

/** It has not reached anybody, and is no longer merely held. */
function mayBeDropped({ state, attempts, sendingSince }: Message): boolean {
  const putOff = state === 'queued' && attempts > 0 && sendingSince === null;
  return putOff || state === 'failed' || state === 'to_post';
}

/** Customers write there without a channel. */
function isFromStatusPage({ kind, channel }: Message): boolean {
  return kind !== 'update' && channel === 'other';
}

function secondsUntil(at: Date | null): number {
  return at ? Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000)) : 0;
}
