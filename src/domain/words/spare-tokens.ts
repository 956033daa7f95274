import { indexTokens } from './index-tokens';

/** What of a spare says which thing it is. */
export interface DescribedSpare {
  title: string;
  words: string;
}

/** @returns what a spare is found by */
export function spareTokens({ title, words }: DescribedSpare): string[] {
  return indexTokens([title, words].join('\n'));
}
