import { type Channel, channelFacts } from '../../domain/channels';
import { partsOf, type TextPart } from '../../messages/mail-html';
import { fillingOf } from '../../messages/text-length';
import { postsOf } from '../../messages/thread';
import { paragraphs } from './paragraphs';

/** An update as its channel will show it. */
export interface UpdatePreview {
  look: 'mail' | 'posts' | 'plain';
  subject: string;
  /** For channels that take it whole; in a mail's HTML links can be followed. */
  paragraphs: TextPart[][];
  text: string;
  /** For channels that split it. */
  posts: { number: number; text: string; length: number }[];
}

/** @param body as it stands in the composer */
export function updatePreview(channel: Channel, subject: string, body: string): UpdatePreview {
  const { counting, delivery } = channelFacts[channel];
  const posts = counting === 'x' && body !== '' ? postsOf(body) : [];
  return {
    look: delivery === 'mail' ? 'mail' : counting === 'x' ? 'posts' : 'plain',
    subject,
    paragraphs: paragraphs(body).map((text) => (delivery === 'mail' ? partsOf(text) : [{ text, isLink: false }])),
    text: body,
    posts: posts.map((text, index) => ({ number: index + 1, text, length: fillingOf(channel, text).length })),
  };
}
