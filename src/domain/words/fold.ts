/** A word of a text, folded, and where it stands in the text. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/**
 * Folds a text so that spellings of one word meet: lower case, accents off, ß as ss, and ä/ae, ö/oe, ü/ue all as the
 * bare vowel ("Plueschesel", "plüschesel" and "PLUSCHESEL" are one). Both sides are folded alike, so a few words
 * share a form ("blue", "blu"); the search finds more then, never less. After another vowel, as in "grauer", an e is an
 * e.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/(?<![aeouq])([aou])e/g, '$1');
}

/**
 * Letters with their accents, and digits. No word is longer than this in earnest, not even a German one
 * ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" has 63 letters), and whoever looks for the parts of
 * a word takes far longer for a longer one: an endless row of letters counts as several words.
 */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,63}/gu;

/** @returns the folded words of a text in order, each with its place in the text as given */
export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(wordPattern)]
    .map((match) => ({ word: fold(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter(({ word }) => word !== '');
}
