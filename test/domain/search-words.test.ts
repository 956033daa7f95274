import fc from 'fast-check';
import { fold, searchWords, wordsOf } from '../../src/domain/search-words';
import { plainAppeal } from '../support/plain-appeal';

describe('folding', () => {
  it.each([
    ['Plueschesel', 'plüschesel', 'PLÜSCHESEL', 'PLUSCHESEL', 'plu\u0308schesel', 'Plu\u0308schESEL'],
    ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
    ['Größe', 'Groesse', 'grosse', 'GRÖSSE'],
    ['Café', 'cafe', 'CAFE\u0301'],
    ['Ärmel', 'Aermel', 'armel'],
  ])('lets the spellings of %s meet', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  it.each([
    ['Esel', 'Emil'],
    ['Plüsch', 'Plisch'],
    ['Stuhl', 'Stahl'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('is the same in capitals, and with accents as letters of their own', () => {
    const word = fc.stringMatching(/^[a-zäöüßéàA-ZÄÖÜ]{0,12}$/);
    fc.assert(fc.property(word, (given) => fold(given) === fold(given.toUpperCase())));
    fc.assert(fc.property(word, (given) => fold(given) === fold(given.normalize('NFD'))));
  });
});

describe('the words of a text', () => {
  it('are letters and digits alone, each once, so that they mean themselves in an expression', () => {
    expect(wordsOf('Esel, (Esel)! 20 cm; .*+?^$ {}|[]\\/ #rosa_Hemd')).toEqual(['esel', '20', 'cm', 'rosa', 'hemd']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) =>
        wordsOf(text).every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
      ),
    );
  });

  it('are none in a text without any', () => {
    expect(wordsOf(' … --- !')).toEqual([]);
  });
});

test('an appeal is found by every published word', () => {
  const words = plainAppeal({
    title: 'Plüschesel',
    story: 'Auf der Reise verloren',
    place: 'Köln',
    sought: [{ label: 'Größe', value: '20 cm' }],
    hashtags: ['rosaHemd'],
  });
  expect(searchWords(words)).toEqual(
    ['pluschesel', 'auf', 'der', 'reise', 'verloren', 'koln', 'grosse', '20', 'cm', 'rosahemd'].map(fold),
  );
});
