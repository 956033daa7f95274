import { createInstance, type i18n as Instance } from 'i18next';
import type { Language } from '../domain/languages';
import { isLanguage, languages } from '../domain/languages';
import { loadTexts } from './load-texts';

export type Placeholders = Readonly<Record<string, unknown>>;

/**
 * Says a text in one language.
 * @param key room and name, such as `board.title`
 * @param values its placeholders; `count` chooses between `_one` and `_other`
 */
export type Translate = (key: string, values?: Placeholders) => string;

const said = new Map<Language, Translate>();

/**
 * The texts of one language. Nothing is escaped: whoever puts a text into HTML escapes it, as Handlebars does.
 * @returns a function that throws on an unknown key while testing, and elsewhere says the key itself
 */
export function translator(language: Language): Translate {
  const known = said.get(language) ?? texts().getFixedT(language);
  said.set(language, known as Translate);
  return known as Translate;
}

/** @returns whether there is such a text; plural forms count under their common name */
export function hasText(language: Language, key: string): boolean {
  return texts().exists(key, { lng: language, count: 1 });
}

/** @returns the first of our languages among those asked for, else German */
export function chooseLanguage(...asked: readonly unknown[]): Language {
  return asked.find(isLanguage) ?? languages[0];
}

let instance: Instance | undefined;

function texts(): Instance {
  instance ??= speakingInstance();
  return instance;
}

function speakingInstance(): Instance {
  const made = createInstance();
  void made.init({
    initAsync: false,
    resources: Object.fromEntries(languages.map((language) => [language, { translation: loadTexts(language) }])),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    ...(process.env.NODE_ENV === 'test' ? strictness : {}),
  });
  return made;
}

/** A text that is missing must not reach anybody, so tests stumble over it. */
const strictness = {
  parseMissingKeyHandler: (key: string): never => {
    throw new Error(`no text for "${key}"`);
  },
  missingInterpolationHandler: (text: string, match: RegExpExecArray): never => {
    throw new Error(`no value for ${match[0]} in "${text}"`);
  },
};
