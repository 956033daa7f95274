import { createHash } from 'node:crypto';
import path from 'node:path';
import { paths } from '../paths';

/** A file the browser may load and keep for good. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly content: Buffer;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @param name such as `css/app.css`; its URL is `/assets/css/app.<hash>.css`
 * @throws Error for a kind of file we do not serve
 */
export function hashedAsset(name: string, content: Buffer): Asset {
  const { dir, name: base, ext } = path.posix.parse(name);
  const type = types[ext];
  if (!type) throw new Error(`assets of the kind "${name}" are not served`);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { url: path.posix.join(paths.assets, dir, `${base}.${hash}${ext}`), type, content };
}
