import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Asset, hashedAsset } from './asset';
import { withHashedUrls } from './asset-css';

/** The closed list of files the browser may load, by the name views and style sheets use. */
export interface Assets {
  /**
   * @param name such as `css/app.css` or `fonts/figtree-latin-wght-normal.woff2`
   * @returns its URL, which changes with its content
   * @throws Error when there is no such file
   */
  urlOf(name: string): string;
  /** @returns the file behind a URL, or undefined when it is none of ours */
  byUrl(url: string): Asset | undefined;
}

/** From packages: name here, file there. */
const fromPackages: Record<string, string> = {
  'js/turbo.js': '@hotwired/turbo/dist/turbo.es2017-esm.js',
  ...Object.fromEntries(
    ['latin', 'latin-ext'].map((range) => [
      `fonts/figtree-${range}-wght-normal.woff2`,
      `@fontsource-variable/figtree/files/figtree-${range}-wght-normal.woff2`,
    ]),
  ),
};

/**
 * Reads all assets once; together they are small.
 * @param projectRoot folder of package.json
 * @param made contents that are made and not read, by name
 */
export function loadAssets(projectRoot: string, made: Readonly<Record<string, Buffer>>): Assets {
  const files = { ...ownFiles(path.join(projectRoot, 'src', 'web', 'assets')), ...packageFiles() };
  const known = new Map<string, Asset>();

  /** Style sheets name other files, so those get their URL first. @param above the style sheets on the way here */
  function load(name: string, above: readonly string[] = []): Asset {
    const file = files[name] ?? (made[name] && name);
    if (file === undefined) throw new Error(`no asset "${name}"`);
    if (above.includes(name)) throw new Error(`style sheets import each other: ${[...above, name].join(', ')}`);
    const asset = known.get(name) ?? hashedAsset(name, contentOf(name, file, [...above, name]));
    known.set(name, asset);
    return asset;
  }

  function contentOf(name: string, file: string, above: readonly string[]): Buffer {
    const content = made[name] ?? readFileSync(file);
    if (!name.endsWith('.css')) return content;
    return Buffer.from(withHashedUrls(content.toString(), name, (other) => load(other, above).url));
  }

  const byUrl = new Map(Object.keys({ ...files, ...made }).map((name) => [load(name).url, load(name)]));
  return { urlOf: (name) => load(name).url, byUrl: (url) => byUrl.get(url) };
}

function ownFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), file]));
}

function packageFiles(): Record<string, string> {
  return Object.fromEntries(Object.entries(fromPackages).map(([name, file]) => [name, require.resolve(file)]));
}
