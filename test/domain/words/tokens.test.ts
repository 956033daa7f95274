import fc from 'fast-check';
import { partsOf } from '../../../src/domain/words/compounds';
import { excerptOf, highlighted } from '../../../src/domain/words/highlight';
import { indexTokens } from '../../../src/domain/words/index-tokens';
import { neighbourhood, slipsBetween } from '../../../src/domain/words/near';
import { parseQuery } from '../../../src/domain/words/query';
import { seedGroups } from '../../../src/domain/words/synonyms';

describe('compounds', () => {
  it.each([
    ['pluschesel', ['plusch', 'esel']],
    ['holzeisenbahnwagen', ['holzeisenbahn', 'wagen']],
    ['geburtstagsgeschenk', ['geburtstags', 'geschenk']],
    ['eselchen', ['esel']],
    ['wumbelesel', ['esel']],
    ['pluschezel', ['plusch', 'esel']],
    ['hamburg', []],
    ['handschuh', []],
    ['diesel', []],
    ['esel', []],
  ])('%s has the parts %j', (word, parts) => {
    expect(partsOf(word)).toEqual(parts);
  });
});

describe('tokens', () => {
  it('are found in a text that is one word without an end', () => {
    expect(indexTokens('zqhostile'.repeat(3_000)).length).toBeGreaterThan(0);
  });

  it('are the same for one size in other units', () => {
    const size = (text: string) => indexTokens(text).filter((token) => token.startsWith('mm:'));
    expect(size('25 cm')).toHaveLength(1);
    for (const text of ['250 mm', '10 inches', '10"', '0,25 m', '25cm', '10 Zoll'])
      expect(size(text)).toEqual(size('25 cm'));
    expect(size('50 cm')).not.toEqual(size('25 cm'));
  });

  it('meet in both languages and in every inflection', () => {
    const share = (one: string, other: string) => indexTokens(one).some((token) => indexTokens(other).includes(token));
    for (const [one, other] of [
      ['Hasen', 'Hase'],
      ['donkeys', 'donkey'],
      ['knitted', 'knit'],
      ['blaue', 'Blau'],
      ['Bälle', 'Ball'],
    ])
      expect([one, share(one ?? '', other ?? '')]).toEqual([one, true]);
  });

  it('are never many, however long the text', () => {
    const long = Array.from({ length: 3000 }, (_, number) => `wort${number}`).join(' ');
    expect(indexTokens(long).length).toBeLessThanOrEqual(600);
  });

  it('hold no word that says nothing', () => {
    expect(indexTokens('der die das und with the of')).toEqual([]);
  });
});

describe('slips', () => {
  it('of one letter always share a neighbour', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.stringMatching(/^[a-z]$/),
        fc.constantFrom('drop', 'add', 'change', 'swap'),
        (given, place, letter, way) => {
          const at = place % (given.length - 1);
          const rest = given.slice(at + 1);
          const slipped = {
            drop: given.slice(0, at) + rest,
            add: given.slice(0, at) + letter + given.slice(at),
            change: given.slice(0, at) + letter + rest,
            swap: given.slice(0, at) + rest[0] + given[at] + rest.slice(1),
          }[way];
          expect(slipsBetween(given, slipped)).toBeLessThanOrEqual(1);
          expect(neighbourhood(given).some((near) => neighbourhood(slipped).includes(near))).toBe(true);
        },
      ),
    );
  });

  it('are counted', () => {
    for (const [one, other, slips] of [
      ['esel', 'esel', 0],
      ['esel', 'ezel', 1],
      ['esel', 'eesl', 1],
      ['donkey', 'dnkoy', 2],
      ['hase', 'nashorn', 3],
    ] as const)
      expect([one, other, slipsBetween(one, other)]).toEqual([one, other, slips]);
  });
});

describe('highlighting', () => {
  it('cuts a text into pieces that give it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = new Set(indexTokens(text).slice(0, 2));
        return (
          highlighted(text, tokens)
            .map((piece) => piece.text)
            .join('') === text
        );
      }),
    );
  });

  it('shows the words around the first hit of a long text', () => {
    const text = `${'vorher '.repeat(40)}der Esel war grau ${'nachher '.repeat(60)}`;
    const excerpt = excerptOf(text, new Set(['esel']));
    expect(excerpt).toMatch(/^… vorher .*Esel war grau.* …$/);
    expect(excerpt.length).toBeLessThan(260);
    expect(excerptOf(text, new Set(['hase']))).toBe('');
  });
});

describe('a query', () => {
  it('is taken apart', () => {
    expect(parseQuery('Esel "rosa Hemd" -blau #Kuscheltier status:offen art:ding ort:Köln http://x')).toEqual({
      text: 'Esel rosa Hemd http://x',
      phrases: [['rosa', 'hemd']],
      without: ['blau'],
      hashtags: ['kuscheltier'],
      kind: 'item',
      statuses: ['searching', 'found', 'collecting', 'at_desk', 'on_its_way', 'delivered'],
      place: ['koln'],
    });
  });

  it('looks for what is no filter of ours as words, whatever is typed', () => {
    expect(parseQuery('farbe:rot status:grün')).toMatchObject({ text: 'farbe:rot status:grün', statuses: null });
    expect(parseQuery('status:constructor kind:__proto__')).toMatchObject({ kind: null, statuses: null });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => typeof parseQuery(typed).text === 'string'),
    );
  });
});

describe('the list of synonyms', () => {
  it('has many groups, each under a key of its own, of at least one word', () => {
    expect(seedGroups.length).toBeGreaterThan(900);
    expect(new Set(seedGroups.map(({ key }) => key)).size).toBe(seedGroups.length);
    expect(seedGroups.filter(({ words }) => words.length === 0)).toEqual([]);
  });
});
