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

function linked(paragraph: string): string {
  const parts = paragraph.split(links);
  const html = parts.map((part, index) =>
    index % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`,
  );
  return html.join('').replaceAll('\n', '<br>\n');
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
