import { isKnown, isListed, isOpaque } from './lexicon';
import { correctionsOf } from './near';
import { remembering } from './remembering';

/** Letters German puts between the parts of a compound. */
const links = ['', 's', 'n', 'en', 'es', 'er', 'e'];

/** A word shorter than this is none that parts could be found in. */
const shortestCompound = 6;

/**
 * The parts of a compound, by the word list: `pluschesel` has `plusch` and `esel`. Where the list knows but one end,
 * that end is a part all the same, as the last word of a German compound says what the thing is.
 * @param word folded
 * @returns folded parts, none for a word that is not put together
 */
export const partsOf: (word: string) => readonly string[] = remembering((word) => {
  if (word.length < shortestCompound || isOpaque(word)) return [];
  const root = withoutDiminutive(word);
  if (root !== word && isKnown(root)) return [root];
  const parts = wholly(root);
  if (parts || isKnown(root) || isPlaceName(root)) return parts ?? [];
  return misspelt(root) ?? oneEnd(root);
});

/** A little donkey is a donkey: `eselchen`. */
function withoutDiminutive(word: string): string {
  return word.length > 7 ? word.replace(/(ch|l)(en|ein)$/, '') : word;
}

/** Hamburg is no castle, and Bad Homburg neither. */
function isPlaceName(word: string): boolean {
  return /(burg|berg|stadt|dorf|furt|heim|hausen|bach|feld|bruck|tal|wald)$/.test(word);
}

/** @returns the fewest known parts that make up the whole word, or undefined */
function wholly(word: string): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 3; end <= word.length; end++) best[end] = fewest(word, end, best);
  const parts = best[word.length];
  return parts && parts.length > 1 ? parts : undefined;
}

function fewest(word: string, end: number, best: readonly (string[] | undefined)[]): string[] | undefined {
  let found: string[] | undefined;
  for (let start = 0; start <= end - 3; start++) {
    if (start === 0 && end === word.length) continue;
    const piece = word.slice(start, end);
    const before = isPart(piece) ? beforePiece(word, start, best) : undefined;
    if (before && (!found || before.length + 1 < found.length)) found = [...before, piece];
  }
  return found;
}

/** The parts before a piece, perhaps with linking letters in between. */
function beforePiece(word: string, start: number, best: readonly (string[] | undefined)[]): string[] | undefined {
  if (start === 0) return [];
  const fitting = links.filter((link) => word.slice(0, start).endsWith(link));
  const ways = fitting.map((link) => best[start - link.length]).filter((way) => way !== undefined && way.length > 0);
  return ways.sort((one, other) => (one?.length ?? 0) - (other?.length ?? 0))[0];
}

function isPart(piece: string): boolean {
  return piece.length < 5 ? isListed(piece) : isKnown(piece);
}

/** One end is known, and the other is a slip away from a known word: `pluschezel`. */
function misspelt(word: string): string[] | undefined {
  for (let cut = 4; cut <= word.length - 4; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (isPart(head)) {
      const [corrected] = correctionsOf(tail);
      if (corrected) return [head, corrected];
    }
    if (isPart(tail)) {
      const [corrected] = head.length > 4 ? correctionsOf(head) : [];
      if (corrected) return [corrected, tail];
    }
  }
  return undefined;
}

function oneEnd(word: string): string[] {
  for (let cut = 3; cut <= word.length - 4; cut++) if (isPart(word.slice(cut))) return [word.slice(cut)];
  for (let cut = word.length - 3; cut >= 5; cut--) if (isPart(word.slice(0, cut))) return [word.slice(0, cut)];
  return [];
}
