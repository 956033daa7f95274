import type { Page } from 'playwright-core';

/** Nobody wants to press it more often to get anywhere. */
const mostTabs = 120;

/** What has the focus: what it is called, what it is, and whether one can see that it has it. */
interface Focused {
  name: string;
  role: string;
  seen: boolean;
}

/** Runs in the page. */
const focused = `(() => {
  const one = document.activeElement;
  const words = (element) => (element?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const labels = [...(one.labels ?? [])].map(words).join(' ');
  const drawn = one.closest('.pill, .photo-field, .kind-card, .card') ?? one;
  const isDrawn = (element) => getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) > 0;
  const after = getComputedStyle(one, '::after').outlineStyle;
  return {
    name: one.getAttribute('aria-label') ?? (labels || words(one)),
    role: one.tagName.toLowerCase(),
    // The browser marks the parts of a date itself.
    seen: one.type === 'date' || isDrawn(one) || isDrawn(drawn) || after !== 'none',
  };
})()`;

/** Somebody who has no mouse: goes from one to the next until what they want has the focus. */
export interface Keys {
  /** @throws Error when it is not reached, or when on the way it could not be seen where one is */
  goTo(name: string | RegExp): Promise<void>;
  type(name: string | RegExp, text: string): Promise<void>;
  /** Goes to a link, a button or what unfolds something, and presses Enter. */
  press(name: string | RegExp): Promise<void>;
}

export function keysOf(page: Page): Keys {
  const isCalled = (name: string | RegExp, said: string) =>
    typeof name === 'string' ? said === name || said.startsWith(`${name} `) : name.test(said);

  async function goTo(name: string | RegExp): Promise<void> {
    const way: string[] = [];
    for (let tab = 0; tab < mostTabs; tab++) {
      await page.keyboard.press('Tab');
      const now: Focused = await page.evaluate(focused);
      way.push(now.name);
      if (now.role !== 'body' && !now.seen) throw new Error(`nobody can see that "${now.name}" has the focus`);
      if (isCalled(name, now.name)) return;
    }
    throw new Error(`"${name}" is not reached by the keyboard; on the way were ${way.join(' | ')}`);
  }

  return {
    goTo,
    async type(name, text) {
      await goTo(name);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async press(name) {
      await goTo(name);
      await page.keyboard.press('Enter');
    },
  };
}
