import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { paths } from '../../src/paths';
import { loadAssets } from '../../src/web/assets';
import { startTestApp, type TestApp } from '../support/app';

describe('the assets of a page', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  async function urlsIn(url: string, pattern: RegExp): Promise<string[]> {
    const { text } = await request(test.app).get(url).expect(200);
    return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  }

  it('are there, never change, and need no session', async () => {
    const urls = await urlsIn(paths.signIn, /(?:href|src)="(\/assets\/[^"]+)"/g);
    expect(urls.length).toBeGreaterThan(3);
    for (const url of urls) {
      expect(url).toMatch(/\.[0-9a-f]{8}\.\w+$/);
      const { headers } = await request(test.app).get(url).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  it('include every file a style sheet names', async () => {
    const sheets = await urlsIn(paths.signIn, /rel="stylesheet" href="([^"]+)"/g);
    const named = (await Promise.all(sheets.map((sheet) => urlsIn(sheet, /url\("(\/assets[^"]+)"\)/g)))).flat();
    expect(named.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(0);
    for (const url of named) await request(test.app).get(url).expect(200);
  });

  it('are squeezed on the way', async () => {
    const [sheet = ''] = await urlsIn(paths.signIn, /href="(\/assets\/css\/base[^"]+)"/g);
    await request(test.app).get(sheet).set('Accept-Encoding', 'gzip').expect('Content-Encoding', 'gzip');
  });

  it.each([
    '/assets/css/base.css',
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/',
    '/assets/js',
  ])('are a closed list without %s', async (url) => {
    await request(test.app).get(url).expect(404);
  });
});

describe('loading assets', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'fundus-assets-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function assetsOf(files: Record<string, string>) {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, 'src', 'web', 'assets', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return loadAssets(root, {});
  }

  it('stumbles over a style sheet that names a file which is not there', () => {
    expect(() => assetsOf({ 'css/a.css': 'b { background: url(../gone.svg) }' })).toThrow('no asset "gone.svg"');
  });

  it('stumbles over a kind of file browsers need not get', () => {
    expect(() => assetsOf({ 'notes.txt': 'x' })).toThrow('notes.txt');
  });

  it('stumbles over style sheets that import each other', () => {
    expect(() => assetsOf({ 'a.css': '@import "b.css";', 'b.css': '@import "a.css";' })).toThrow('a.css');
  });

  it('gives a style sheet another URL when a file it names changes', () => {
    const css = {
      'css/a.css': '@import "b.css"; p { color: red }',
      'css/b.css': 'i { background: url( "../d.svg" ) }',
    };
    const before = assetsOf({ ...css, 'd.svg': '<svg/>' });
    const after = assetsOf({ ...css, 'd.svg': '<svg></svg>' });
    expect(after.urlOf('css/a.css')).not.toBe(before.urlOf('css/a.css'));
    const content = String(after.byUrl(after.urlOf('css/b.css'))?.content);
    expect(content).toContain(`url("${after.urlOf('d.svg')}")`);
  });

  it('leaves addresses in style sheets that are none of ours', () => {
    const css = 'a { background: url(data:image/png;base64,AA==) } b { mask: url(#m) } /* url(x.svg) */';
    const assets = assetsOf({ 'a.css': css });
    expect(String(assets.byUrl(assets.urlOf('a.css'))?.content)).toBe(css);
  });
});
