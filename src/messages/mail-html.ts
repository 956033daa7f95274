/** Addresses as we write them; what closes a sentence is no part of one. */
const links = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/**
 * The same words as HTML, for programs that show nothing else well: paragraphs, line breaks and links, no pictures and
 * no styles, so that nothing is loaded when it is opened.
 */
export function mailHtml(text: string, language: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => `<p>${linked(paragraph.trim())}</p>`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${paragraphs.join('\n')}</body></html>`;
}

/** A piece of a text, as it is or to be followed. */
export interface TextPart {
  text: string;
  isLink: boolean;
}

/** @returns a text cut into its links and what stands between them */
export function partsOf(text: string): TextPart[] {
  return text.split(links).map((part, index) => ({ text: part, isLink: index % 2 === 1 }));
}

function linked(paragraph: string): string {
  const html = partsOf(paragraph).map(({ text, isLink }) =>
    isLink ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text),
  );
  return html.join('').replaceAll('\n', '<br>\n');
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
