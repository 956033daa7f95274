import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { remembering } from './remembering';

/**
 * The stems of a word in both languages, as nobody says which one a text is written in: "donkeys" has `donkeys` and
 * `donkey`, and meets "donkey" in the second.
 * @param word folded
 * @returns one or two, the German one first
 */
export const stemsOf: (word: string) => readonly string[] = remembering((word) => {
  if (/\p{N}/u.test(word) || word.length < 4) return [word];
  return [...new Set([german(word), english(word)])].filter((stem) => stem.length > 1);
});
