import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../../src/config';
import { eventually } from '../../support/eventually';
import { flawsOf } from './flaws';
import { listenForTroubles } from './troubles';

/** Where pictures of pages land; ignored by git. */
export const outFolder = path.join(projectRoot, 'test', 'browser', 'out');

export interface PersonOptions {
  /** Who it is, for messages and pictures. */
  readonly name: string;
  readonly baseURL: string;
  readonly javaScriptEnabled: boolean;
  /** What the browser asks for. */
  readonly locale?: string;
  readonly viewport?: { width: number; height: number };
}

/** Any form control's word for "you may leave this empty", in both languages. */
const optional = '( freiwillig| optional)?';

/**
 * Somebody at a browser of their own, who knows a page by what stands on it. Whatever they look at must be free of
 * errors in the console, failed requests, sideways scrolling and texts nobody translated.
 */
export class Person {
  private constructor(
    readonly name: string,
    readonly page: Page,
    /** Whether their browser runs JavaScript. */
    readonly scripts: boolean,
    /** What went wrong behind the pages since it was last asked for. */
    readonly troubles: () => string[],
  ) {}

  static async at(browser: Browser, { name, ...options }: PersonOptions): Promise<Person> {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 }, ...options });
    // Where there is JavaScript, texts are copied by a button.
    if (options.javaScriptEnabled) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(20_000);
    return new Person(name, await context.newPage(), options.javaScriptEnabled, listenForTroubles(context));
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(address);
    await this.findsNoFlaw();
  }

  async follows(link: string): Promise<void> {
    await this.seen('link', link).click();
  }

  async presses(button: string): Promise<void> {
    await this.seen('button', button).click();
  }

  /** Opens what is folded away; with its own words on it, as "Ich hab eins!". */
  async unfolds(words: string): Promise<void> {
    await this.page
      .locator('summary')
      .filter({ hasText: exactly(words), visible: true })
      .click();
  }

  async fills(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  async selects(label: string, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option });
  }

  /** Ticks a checkbox or one of several pills by the words on it. */
  async ticks(words: string): Promise<void> {
    await this.page.locator('label').filter({ hasText: words, visible: true }).click();
  }

  async attaches(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.getByLabel(labelled(label)).filter({ visible: true }).setInputFiles(file);
  }

  /** Waits for the sentence that says what was done, which is on the page after the one where it was asked for. */
  async isTold(sentence: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: sentence }).waitFor();
    await this.findsNoFlaw();
  }

  /** Waits for the sentence that says why a form came back; an answer that says so is no trouble. */
  async isRefused(sentence: string): Promise<void> {
    await this.page.getByText(sentence).filter({ visible: true }).first().waitFor();
    const isRefusal = (trouble: string) => /^status 422: |responded with a status of 422 /.test(trouble);
    expect(this.troubles().filter((trouble) => !isRefusal(trouble))).toEqual([]);
    await this.findsNoFlaw();
  }

  async reads(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name: heading }).first().waitFor();
    await this.findsNoFlaw();
  }

  /** Waits for each of these words to stand on the page. */
  async sees(...words: (string | RegExp)[]): Promise<void> {
    for (const text of words) await this.page.getByText(text).filter({ visible: true }).first().waitFor();
    await this.findsNoFlaw();
  }

  /** What must not stand anywhere on the page, not even folded away; ask once the page is there. */
  async mustNotSee(...words: string[]): Promise<void> {
    const source = await this.page.content();
    for (const text of words) expect(source).not.toContain(text);
  }

  /** Waits until a picture with that description has arrived and can be drawn. */
  async seesPicture(description: string): Promise<void> {
    const picture = this.page.getByRole('img', { name: description, exact: true }).first();
    await eventually(`the picture "${description}"`, async () => (await picture.evaluate(widthInSight)) || undefined);
  }

  /** Whatever the page is about, nothing must be wrong with it. */
  async findsNoFlaw(): Promise<void> {
    expect({ [this.name]: this.page.url(), flaws: await flawsOf(this.page), troubles: this.troubles() }).toEqual({
      [this.name]: this.page.url(),
      flaws: [],
      troubles: [],
    });
  }

  field(label: string): Locator {
    return this.page.getByLabel(labelled(label)).filter({ visible: true });
  }

  /** What was copied last. */
  clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  /** A picture of what they see, for whoever looks into a failure. */
  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: path.join(outFolder, file), fullPage: true });
  }

  private seen(role: 'link' | 'button', name: string): Locator {
    return this.page.getByRole(role, { name, exact: true }).filter({ visible: true }).first();
  }
}

/** Pictures far down are loaded when they come into sight; a page that is refreshed may bring another one. */
function widthInSight(picture: unknown): number {
  const { naturalWidth } = picture as { naturalWidth: number };
  (picture as { scrollIntoView(): void }).scrollIntoView();
  return naturalWidth;
}

function labelled(label: string): RegExp {
  return new RegExp(`^\\s*${escaped(label)}${optional}\\s*$`);
}

function exactly(words: string): RegExp {
  return new RegExp(`^\\s*${escaped(words)}\\s*$`);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
