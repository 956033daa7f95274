import type { Page } from 'playwright-core';
import { eventNames } from '../../../src/domain/event-names';
import { loadTexts } from '../../../src/i18n/load-texts';

/** What of the page's own world we use; the rest of our code knows no document. */
interface PageElement {
  readonly textContent: string | null;
  readonly outerHTML: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  querySelectorAll(selector: string): Iterable<PageElement>;
  cloneNode(deep: boolean): PageElement;
  remove(): void;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly right: number };
}
declare const document: {
  readonly title: string;
  readonly body: PageElement;
  readonly documentElement: PageElement;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

/** Names of the rooms the texts lie in: what begins with one of them and a dot is a key instead of its text. */
const rooms = Object.keys(loadTexts('de'));
const untranslated = new RegExp(`(?<![\\w@/.-])(?:${rooms.join('|')})(?:\\.[a-zA-Z_]+)+\\b`, 'g');
const unfilled = /\{\{|\bundefined\b|\[object |\bNaN\b|Invalid Date/g;

/** @returns what is wrong with a page as it stands, whatever it is about; empty when nothing is */
export async function flawsOf(page: Page): Promise<string[]> {
  const { words, wide } = await page.evaluate(looked);
  return [
    ...new Set([
      ...(words.match(untranslated) ?? []).filter(isNoEvent).map((key) => `untranslated: ${key}`),
      ...(words.match(unfilled) ?? []).map((rest) => `unfilled: ${rest}`),
      ...wide.map((element) => `wider than the window: ${element}`),
    ]),
  ];
}

/** What programs call an event looks like a key, and is the same in every language. */
function isNoEvent(key: string): boolean {
  return !eventNames.some((name) => key.startsWith(name));
}

/** Runs in the page: all that can be read or heard, and what makes the page scroll sideways. */
function looked(): { words: string; wide: string[] } {
  const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'data-copied', 'data-over-text'];
  const attributes = [...document.querySelectorAll(spoken.map((name) => `[${name}]`).join())].flatMap((element) =>
    spoken.map((name) => element.getAttribute(name) ?? ''),
  );
  const root = document.documentElement;
  const poking = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  // Where texts are edited that are to be filled in, their gaps are what is shown.
  const body = document.body.cloneNode(true);
  for (const template of body.querySelectorAll('[data-template]')) template.remove();
  const overflows = root.scrollWidth > root.clientWidth;
  return {
    words: [document.title, body.textContent ?? '', ...attributes].join('\n'),
    wide: overflows
      ? [`${root.scrollWidth} px`, ...poking.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))]
      : [],
  };
}
