import { wordsIn } from './fold';
import { tokensOf } from './index-tokens';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/**
 * Cuts a text into what was looked for and what was not.
 * @param tokens by which it was looked for
 * @returns pieces that give the text again when put together
 */
export function highlighted(text: string, tokens: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end } of hitsIn(text, tokens)) {
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

const before = 60;
const longest = 180;

/** @returns the part of a text around the first word looked for, empty when there is none; cut between words */
export function excerptOf(text: string, tokens: ReadonlySet<string>): string {
  const [first] = hitsIn(text, tokens);
  if (!first) return '';
  const start = first.start <= before ? 0 : text.lastIndexOf(' ', first.start - before) + 1;
  const end = start + longest >= text.length ? text.length : text.lastIndexOf(' ', start + longest);
  const cut = text.slice(start, Math.max(end, first.end));
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
}

function hitsIn(text: string, tokens: ReadonlySet<string>) {
  return wordsIn(text).filter(({ word }) => tokensOf(word).some((token) => tokens.has(token)));
}
