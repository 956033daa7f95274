import { partsOf } from './compounds';
import { wordsIn } from './fold';
import { measuresIn, measureToken } from './measures';
import { correctionsOf } from './near';
import { remembering } from './remembering';
import { stemsOf } from './stem';
import { isStopWord } from './stop-words';

/** Before a word somebody may have meant: it counts less than one that was written. */
export const supposed = '~';

/** A document of one very long text would fill the index alone. */
const mostTokens = 600;

/**
 * What a text is found by: the stems of its words and of the parts of its compounds, what a misspelt word may have
 * meant, and its sizes. Synonyms are no tokens: they are looked up when somebody searches.
 */
export function indexTokens(text: string): string[] {
  const ofWords = wordsIn(text)
    .filter(({ word }) => !isStopWord(word))
    .flatMap(({ word }) => tokensOf(word));
  return [...new Set([...measuresIn(text).map(measureToken), ...ofWords])].slice(0, mostTokens);
}

/** @returns the tokens of one folded word */
export const tokensOf: (word: string) => readonly string[] = remembering((word) => [
  ...stemsOf(word),
  ...partsOf(word).flatMap((part) => stemsOf(part)),
  ...correctionsOf(word)
    .slice(0, 1)
    .flatMap((corrected) => stemsOf(corrected).map((stem) => supposed + stem)),
]);
