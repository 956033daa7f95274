import { escapeExpression, type HelperOptions, SafeString } from 'handlebars';
import { chooseLanguage, type Placeholders, translator } from '../i18n/translator';
import type { Assets } from './assets';
import { icon } from './icons';
import { calendarDay, exactTime, relativeTime, shownNumber } from './times';

/**
 * What views can call:
 * `{{t "board.title" count=3}}` or `{{t sentence values}}` a text, with placeholders by name or from an object;
 * `{{date day}}` a calendar day; `{{time at}}` relative words, the exact hour on hover; `{{number n}}`;
 * `{{exact at}}` the hour in words; `{{headingIn body}}` the words of its heading; `{{icon "package"}}`; `{{asset "css/app.css"}}` the URL;
 * `{{#if (eq a b)}}`; `{{or alt fallback}}`.
 */
export function helpers(assets: Assets) {
  return {
    t: sayText,
    date: (day: Date | string, options: HelperOptions) => calendarDay(day, languageOf(options)),
    time: (at: Date, options: HelperOptions) => timeElement(at, options),
    exact: (at: Date, options: HelperOptions) => exactTime(at, languageOf(options)),
    number: (given: number, options: HelperOptions) => shownNumber(given, languageOf(options)),
    icon: (name: string) => new SafeString(icon(name)),
    asset: (name: string) => assets.urlOf(name),
    headingIn: (html: string) => headingIn(html),
    eq: (one: unknown, other: unknown) => one === other,
    or: (one: unknown, other: unknown) => one || other,
  };
}

/** The words of a page's heading, which name the page best. @param html the rendered page */
function headingIn(html: string): SafeString {
  const [, heading = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  const words = heading.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  // What stands between tags was escaped when it was rendered.
  return new SafeString(words.trim());
}

function sayText(key: string, ...rest: [HelperOptions] | [Placeholders, HelperOptions]): string {
  const options = rest[rest.length - 1] as HelperOptions;
  const values = rest.length === 2 ? (rest[0] as Placeholders) : {};
  return translator(languageOf(options))(key, { ...values, ...options.hash });
}

function timeElement(at: Date, options: HelperOptions): SafeString {
  const language = languageOf(options);
  const exact = escapeExpression(exactTime(at, language));
  const relative = escapeExpression(relativeTime(at, language));
  return new SafeString(`<time datetime="${at.toISOString()}" title="${exact}">${relative}</time>`);
}

/** The language of the page, which a partial or a loop does not change. */
function languageOf(options: HelperOptions) {
  return chooseLanguage(options.data?.root?.language);
}
