import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config';
import { languages } from '../../src/domain/languages';
import { loadTexts, type Texts } from '../../src/i18n/load-texts';
import { hasText, translator } from '../../src/i18n/translator';
import { occurrences, sourceFiles } from '../support/source-files';

/** Every text by its key; plural forms under their own names. */
function flat(texts: Texts, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value] as const] : [...flat(value, `${prefix}${name}.`)],
  );
  return new Map(entries);
}

function placeholdersOf(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
}

const german = flat(loadTexts('de'));
const english = flat(loadTexts('en'));

describe('the texts', () => {
  it('stand in the same files in both languages', () => {
    const [de, en] = languages.map((language) => readdirSync(path.join(projectRoot, 'src', 'i18n', language)).sort());
    expect(en).toEqual(de);
  });

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    const different = [...german].filter(([key, text]) => {
      return placeholdersOf(text).join() !== placeholdersOf(english.get(key)).join();
    });
    // "eine Stunde" may say its number in a word.
    expect(different.map(([key]) => key).filter((key) => !key.endsWith('_one'))).toEqual([]);
  });

  it('are never empty', () => {
    expect([...german, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('come in pairs where the number decides', () => {
    const keys = [...german.keys()];
    const singulars = keys.filter((key) => key.endsWith('_one')).map((key) => key.replace(/_one$/, ''));
    const plurals = keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, ''));
    expect(plurals).toEqual(singulars);
  });
});

describe('every text somebody asks for exists', () => {
  const code = sourceFiles('src', '.ts');
  const missing = (found: { file: string; found: string }[]) => found.filter((one) => !hasText('de', one.found));

  it('in views', () => {
    const asked = occurrences(sourceFiles('views', '.hbs'), /[{(]t "([\w.]+)"/g);
    expect(asked.length).toBeGreaterThan(10);
    expect(missing(asked)).toEqual([]);
  });

  it('handed from view to partial', () => {
    const handed = occurrences(sourceFiles('views', '.hbs'), /(?:label|hint|title|action|prompt)="(\w+(?:\.\w+)+)"/g);
    expect(missing(handed)).toEqual([]);
  });

  it('in errors', () => {
    const errors = 'BadRequest|Forbidden|NotFound|Conflict|LostRace|TooLarge|InvalidInput|TooMany';
    const thrown = occurrences(code, new RegExp(`new (?:${errors})\\(\\s*'([\\w.]+)'`, 'g'));
    expect(thrown.length).toBeGreaterThan(10);
    expect(missing(thrown)).toEqual([]);
  });

  it('beside fields', () => {
    const said = occurrences(code, /'((?:error|signIn|people|photo)\.[a-z]\w*(?:\.\w+)*)'/g);
    expect(said.length).toBeGreaterThan(10);
    // `photo.id` is a path in the store, not a text.
    expect(missing(said.filter(({ found }) => found !== 'photo.id'))).toEqual([]);
  });

  it('after redirects, and where code speaks itself', () => {
    expect(missing(occurrences(code, /\bflash\(\s*\w+,\s*'([\w.]+)'/g))).toEqual([]);
    expect(missing(occurrences(code, /\bt\('([\w.]+)'/g))).toEqual([]);
  });
});

describe('a translator', () => {
  it('stumbles over a key nobody wrote', () => {
    expect(() => translator('de')('signIn.nowhere')).toThrow('signIn.nowhere');
  });

  it('stumbles over a placeholder nobody filled', () => {
    expect(() => translator('de')('flash.signedIn')).toThrow('name');
  });

  it('leaves what people wrote as it is', () => {
    const name = '<b>$t(common.save) {{count}} & "Co"</b>';
    expect(translator('en')('flash.signedIn', { name })).toBe(`Hello ${name}!`);
  });
});
