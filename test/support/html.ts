const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x3D;': '=',
};

/** What of a page's text a test wants to compare: without markup, entities resolved, space collapsed. */
export function visibleText(html: string): string {
  const bare = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
  return unescaped(bare).replace(/\s+/g, ' ').trim();
}

/** @returns the text that was escaped for HTML */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x?\w+|\w+);/g, (entity) => entities[entity] ?? entity);
}
