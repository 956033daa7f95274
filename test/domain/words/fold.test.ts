import fc from 'fast-check';
import { fold, wordsIn } from '../../../src/domain/words/fold';

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
    ['graue', 'grau'],
    ['Quelle', 'Qulle'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('is the same in capitals, and with accents as letters of their own', () => {
    const word = fc.stringMatching(/^[a-zäöüßéàA-ZÄÖÜ]{0,12}$/);
    fc.assert(fc.property(word, (given) => fold(given) === fold(given.toUpperCase())));
    fc.assert(fc.property(word, (given) => fold(given) === fold(given.normalize('NFD'))));
  });
});

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are letters and digits alone', () => {
    expect(words('Esel, (Esel)! 20 cm; .*+?^$ {}|[]\\/ #rosa_Hemd')).toEqual([
      'esel',
      'esel',
      '20',
      'cm',
      'rosa',
      'hemd',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) =>
        words(text).every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
      ),
    );
  });

  it('stand where they say', () => {
    const text = 'Ein Plüschesel, sehr große Freude';
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ein',
      'Plüschesel',
      'sehr',
      'große',
      'Freude',
    ]);
  });

  it('are never endless: who looks for their parts would never be done', () => {
    const text = 'zqhostile'.repeat(3_000);
    const found = wordsIn(text);
    expect(Math.max(...found.map(({ word }) => word.length))).toBeLessThanOrEqual(64);
    expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });

  it('are none in a text without any', () => {
    expect(words(' … --- !')).toEqual([]);
  });
});
