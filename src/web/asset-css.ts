import path from 'node:path';

// `url(x)`, `url("x")`, and `@import "x"`; a comment is not looked into, as it may quote them.
const references = /\/\*[\s\S]*?\*\/|url\(\s*(["']?)([^"')]+)\1\s*\)|@import\s+(["'])([^"']+)\3/g;
const elsewhere = /^(?:data:|#|https?:|\/)/;

/**
 * Gives the files a style sheet names their hashed URLs.
 * @param name of the style sheet; the files stand relative to it
 * @param urlOf URL of an asset by its name; throws when there is none
 */
export function withHashedUrls(css: string, name: string, urlOf: (name: string) => string): string {
  return css.replace(references, (whole: string, _quote, url?: string, _importQuote?: string, imported?: string) => {
    const target = url ?? imported;
    if (target === undefined || elsewhere.test(target)) return whole;
    const hashed = urlOf(path.posix.join(path.posix.dirname(name), target));
    return url === undefined ? `@import "${hashed}"` : `url("${hashed}")`;
  });
}
