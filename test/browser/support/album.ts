import { rm } from 'node:fs/promises';
import path from 'node:path';
import { flawsOf } from './flaws';
import { outFolder, type Person } from './person';

const album = path.join(outFolder, 'pages');

interface View {
  readonly width: 390 | 1440;
  readonly colorScheme: 'light' | 'dark';
}

/** Every page on a phone and on a desk, by day and by night; between the two languages every pair occurs. */
const views: Record<string, readonly View[]> = {
  'de-DE': [
    { width: 390, colorScheme: 'light' },
    { width: 1440, colorScheme: 'dark' },
  ],
  'en-GB': [
    { width: 390, colorScheme: 'dark' },
    { width: 1440, colorScheme: 'light' },
  ],
};

/** Runs in the page as it is: pictures below the fold are loaded, too, and those that cannot be drawn are named. */
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

/**
 * Looks at the page somebody is on in both widths and both colour schemes, and takes pictures of it for people to
 * look at: `out/pages/<who>/<name>-<language>-<width>-<scheme>.jpg`.
 * @returns what is wrong with it; empty when nothing is
 */
export async function portray(person: Person, name: string, locale: string): Promise<string[]> {
  const { page } = person;
  const flaws: string[] = [];
  for (const { width, colorScheme } of views[locale] ?? []) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const broken: string[] = await page.evaluate(brokenPictures);
    flaws.push(...broken.map((source) => `not drawn: ${source}`), ...(await flawsOf(page)));
    const file = path.join(album, person.name, `${name}-${locale.slice(0, 2)}-${width}-${colorScheme}.jpg`);
    await page.screenshot({ path: file, fullPage: true, type: 'jpeg', quality: 70 });
  }
  return [...new Set(flaws)];
}
