import { parseTweet } from 'twitter-text';
import { channelFacts } from '../domain/channels';

/** What `12/25` and the space before it weigh. */
const numberWeight = 6;
const limit = channelFacts.x.limit ?? 0;

/**
 * Splits a text for X where it is longer than one post, between words wherever they let it.
 * @returns the posts in order, numbered `1/3` when there are several
 */
export function postsOf(text: string): string[] {
  if (weightOf(text) <= limit) return [text];
  const posts: string[] = [];
  for (const piece of piecesOf(text)) {
    const last = posts.at(-1);
    if (last !== undefined && weightOf(last + piece) <= limit - numberWeight) posts[posts.length - 1] = last + piece;
    else posts.push(piece.trimStart());
  }
  const filled = posts.map((post) => post.trim()).filter((post) => post !== '');
  return filled.map((post, index) => `${post} ${index + 1}/${filled.length}`);
}

/** Words with the space before them; one that fills a post alone, and is no link, is cut. */
function piecesOf(text: string): string[] {
  const words = text.match(/\s*\S+/g) ?? [];
  return words.flatMap((word) => (weightOf(word) <= limit - numberWeight ? [word] : cut(word)));
}

function cut(word: string): string[] {
  const pieces = [''];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = (pieces.at(-1) ?? '') + segment;
    if (weightOf(longer) <= limit - numberWeight) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}

function weightOf(text: string): number {
  return parseTweet(text).weightedLength;
}
