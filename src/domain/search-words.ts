import type { AppealWords } from './appeal';

/**
 * Folds a text so that spellings of one word meet: lower case, accents off, ß as ss, and ä/ae, ö/oe, ü/ue all as the
 * bare vowel ("Plueschesel", "plüschesel" and "PLUSCHESEL" are one). Both sides are folded alike, so a few words
 * share a form ("blue", "blu"); the search finds more then, never less.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/([aou])e/g, '$1');
}

/** @returns the folded words of a text, each once, in order of appearance */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** @returns the words by which an appeal can be found: of its published words alone */
export function searchWords(words: AppealWords): string[] {
  const sought = words.sought.map((attribute) => `${attribute.label} ${attribute.value}`);
  return wordsOf([words.title, words.story, words.place, ...sought, ...words.hashtags].join(' '));
}
