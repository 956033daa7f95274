import { readFileSync } from 'node:fs';

const read = new Map<string, string>();

/**
 * An icon for inlining, drawn in the colour of the text. It says nothing to a screen reader: a word stands beside it.
 * @param name of a lucide icon, such as `package-open`
 * @returns SVG with the class `icon`
 * @throws Error when there is no such icon
 */
export function icon(name: string): string {
  const svg = read.get(name) ?? readIcon(name);
  read.set(name, svg);
  return svg;
}

function readIcon(name: string): string {
  const file = fileOf(name);
  if (file === undefined) throw new Error(`no icon "${name}"`);
  return readFileSync(file, 'utf8')
    .replace(/<!--.*?-->\s*/s, '')
    .replace(/class="[^"]*"/, 'class="icon" aria-hidden="true" focusable="false"')
    .replace(/\s+/g, ' ')
    .trim();
}

function fileOf(name: string): string | undefined {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  try {
    return require.resolve(`lucide-static/icons/${name}.svg`);
  } catch {
    return undefined;
  }
}
