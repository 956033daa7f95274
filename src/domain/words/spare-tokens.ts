import type { Spare } from '../spare';
import { tagTokens } from './appeal-tokens';
import { indexTokens } from './index-tokens';

/** What of a spare says which thing it is, and where. */
type DescribedSpare = Pick<Spare, 'title' | 'words' | 'attributes' | 'tags' | 'place'>;

/** @returns what a spare is found by: all of it anybody in the company may read */
export function spareTokens({ title, words, attributes, tags, place }: DescribedSpare): string[] {
  const known = attributes.map(({ label, value }) => `${label} ${value}`);
  return [...tagTokens(tags), ...indexTokens([title, words, place, ...known, ...tags].join('\n'))];
}
