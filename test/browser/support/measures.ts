import type { Page } from 'playwright-core';

/** What a page may weigh on a cold cache, besides photos, in bytes as they travel. */
const mostBytes = 150_000;
/** How far things may jump while a page loads, as the browser counts it. */
const mostShift = 0.02;

/** Runs before anything else in every page: adds up what jumps. */
const countShifts = `(() => {
  window.layoutShift = 0;
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)) {
      window.layoutShift += entry.value;
      window.shifted.push(...entry.sources.map(({ node }) => node?.className || node?.nodeName));
    }
  }).observe({ type: 'layout-shift', buffered: true });
})()`;

/** What was loaded, as it travelled, whether this time or from the cache. */
const bytesBesidesPhotos = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(({ name }) => !name.includes('/photos/'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/** Prepares a page for being measured; before it goes anywhere. */
export async function prepareMeasures(page: Page): Promise<void> {
  await page.addInitScript(countShifts);
}

/** @returns what of a loaded page is too heavy or too restless; empty when nothing is */
export async function measured(page: Page): Promise<string[]> {
  const shift: number = await page.evaluate('window.layoutShift');
  const bytes: number = await page.evaluate(bytesBesidesPhotos);
  const flaws: string[] = [];
  if (shift > mostShift)
    flaws.push(`layout shift ${shift.toFixed(3)} of ${await page.evaluate('window.shifted.join()')}`);
  if (bytes > mostBytes) flaws.push(`weighs ${Math.ceil(bytes / 1000)} kB besides photos`);
  if (bytes < 20_000) flaws.push(`weighs ${bytes} bytes: the measure is broken`);
  return flaws;
}
