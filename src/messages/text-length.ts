import { parseTweet } from 'twitter-text';
import { type Channel, channelFacts } from '../domain/channels';

/** @returns the length of a text in the channel's own counting; X weighs letters and takes every link as 23 */
export function textLength(channel: Channel, text: string): number {
  return channelFacts[channel].counting === 'x' ? parseTweet(text).weightedLength : [...text].length;
}

/** @returns whether the channel takes the text whole */
export function fits(channel: Channel, text: string): boolean {
  const { limit } = channelFacts[channel];
  return limit === null || textLength(channel, text) <= limit;
}
