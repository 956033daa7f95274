import type { EntryWords } from '../../src/domain/catalogue-entry';

/** @returns what an agent fills in for a donkey that was made many times */
export function entryWords(overrides: Partial<EntryWords> = {}): EntryWords {
  return {
    name: 'Plush donkey in a hooded shirt',
    year: '2008/2009',
    campaign: 'Summer fair',
    words: 'Given to children at the fair.',
    attributes: [{ label: 'Size', value: '20 cm' }],
    tags: ['donkey'],
    ...overrides,
  };
}
