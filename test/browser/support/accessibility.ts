import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, level AA: what axe can decide about it. */
const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // By default axe leaves this one out, tag or not.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
/** All that another colour scheme can change. */
const coloursAlone: RunOptions = { runOnly: ['color-contrast'], resultTypes: ['violations'] };

/**
 * @param scope of the rules, where the rest was looked at already
 * @returns what axe finds on a page; empty when nothing
 */
export async function axeFindings(page: Page, scope: 'all' | 'colours'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const options = JSON.stringify(scope === 'all' ? everything : coloursAlone);
  const { violations }: AxeResults = await page.evaluate(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const said = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `axe ${id}: ${target.join(' ')}: ${said}`;
    }),
  );
}
