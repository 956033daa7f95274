import { SegmentedMessage } from 'sms-segments-calculator';
import { parseTweet } from 'twitter-text';
import { type Channel, channelFacts } from '../domain/channels';
import { postsOf } from './thread';

/** How much of its channel a text fills. */
export interface Filling {
  /** In the channel's own counting; X weighs letters and takes every link as 23. */
  length: number;
  /** Posts of a thread, or segments of a short message. */
  parts: number;
  /** Of a short message; null elsewhere. */
  encoding: 'GSM-7' | 'UCS-2' | null;
}

/** @returns how much of the channel a text fills */
export function fillingOf(channel: Channel, text: string): Filling {
  const { counting } = channelFacts[channel];
  if (counting === 'x') return { length: parseTweet(text).weightedLength, parts: postsOf(text).length, encoding: null };
  if (counting === 'plain') return { length: [...text].length, parts: 1, encoding: null };
  const message = new SegmentedMessage(text);
  return { length: message.numberOfCharacters, parts: message.segmentsCount, encoding: message.encodingName };
}

/** @returns whether the channel takes the text, as one post or as many as it allows */
export function fits(channel: Channel, text: string): boolean {
  const { counting, limit, mostParts } = channelFacts[channel];
  const { length, parts } = fillingOf(channel, text);
  return counting === 'plain' ? limit === null || length <= limit : parts <= mostParts;
}
