import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { projectRoot } from '../../../src/config';
import type { Language } from '../../../src/domain/languages';
import { axeFindings } from './accessibility';
import { flawsOf } from './flaws';
import { measured } from './measures';
import { outFolder, type Person } from './person';

const album = path.join(outFolder, 'pages');
const textFlaws = readFileSync(path.join(projectRoot, 'test/browser/in-page/text-flaws.js'), 'utf8');

const widths = [390, 820, 1440] as const;
type Width = (typeof widths)[number];
const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** At which width a page is loaded and looked at by axe in whole; at the others it is only drawn anew. */
const firstWidth: Record<Language, Width> = { de: 390, en: 1440 };

/** Runs in the page: pictures below the fold are loaded, too, and those that cannot be drawn are named. */
const brokenPictures = `(async () => {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  await document.fonts.ready;
  return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
})()`;

/** Takes the pictures of an earlier run away. */
export function clearAlbum(): Promise<void> {
  return rm(album, { recursive: true, force: true });
}

/** How large a window is in which somebody first sees a page in this language. */
export function firstWindow(language: Language): { width: number; height: number } {
  return { width: firstWidth[language], height: heightOf(firstWidth[language]) };
}

/**
 * Looks at the page somebody is on in three widths and both colour schemes, and takes pictures of it for people to
 * look at: `out/pages/<who>/<name>-<language>-<width>-<scheme>.jpg`. The words of the page are looked at in every
 * width; axe looks at it at the first one, by day at everything, by night at the colours, which no width changes.
 * @returns what is wrong with it; empty when nothing is
 */
export async function portray(person: Person, name: string, language: Language): Promise<string[]> {
  const { page } = person;
  const camera = await page.context().newCDPSession(page);
  const flaws: string[] = [];
  await resize(page, firstWidth[language]);
  await show(page, 'light');
  flaws.push(...(await pictureFlaws(page)), ...(await measured(page)), ...(await axeFindings(page, 'all')));
  await show(page, 'dark');
  flaws.push(...(await axeFindings(page, 'colours')));
  for (const width of widths) {
    await resize(page, width);
    flaws.push(...(await wordFlaws(page, width)));
    for (const scheme of schemes) {
      await show(page, scheme);
      await picture(page, camera, path.join(album, person.name, `${name}-${language}-${width}-${scheme}.jpg`));
    }
  }
  await camera.detach();
  return [...new Set(flaws)];
}

async function pictureFlaws(page: Page): Promise<string[]> {
  const broken: string[] = await page.evaluate(brokenPictures);
  return broken.map((source) => `not drawn: ${source}`);
}

async function wordFlaws(page: Page, width: Width): Promise<string[]> {
  const found: string[] = await page.evaluate(textFlaws);
  return [...(await flawsOf(page)), ...found.map((flaw) => `${width} px: ${flaw}`)];
}

async function show(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

async function resize(page: Page, width: Width): Promise<void> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: heightOf(width) });
}

function heightOf(width: Width): number {
  return { 390: 844, 820: 1180, 1440: 900 }[width];
}

/** The whole page in one picture; the browser's own camera is several times as quick as Playwright's. */
async function picture(page: Page, camera: CDPSession, file: string): Promise<void> {
  const clip: { width: number; height: number } = await page.evaluate(
    '({ width: innerWidth, height: document.documentElement.scrollHeight })',
  );
  const { data } = await camera.send('Page.captureScreenshot', {
    format: 'jpeg',
    quality: 70,
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { ...clip, x: 0, y: 0, scale: 1 },
  });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, data, 'base64');
}
