import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const missing = `
  ======================================================================
   NO BROWSER: the tests in real Chromium are SKIPPED.
   Install chromium, or name one by CHROMIUM_PATH.
  ======================================================================
`;

const chromiumPath = findChromium();

/**
 * `describe` for tests that need Chromium. Without one they are skipped, and a message nobody overlooks is printed;
 * with CI=true they fail.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPath !== undefined) describe(name, () => retried(tests));
  else if (process.env.CI === 'true') test(name, refuse);
  else {
    process.stderr.write(missing);
    describe.skip(name, tests);
  }
}

/** A browser on a busy machine may miss a moment; what fails twice is a fault. The first failure is told, too. */
function retried(tests: () => void): void {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  tests();
}

/** Starts the machine's Chromium. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}

function refuse(): never {
  throw new Error('there is no Chromium: install it, or name one by CHROMIUM_PATH');
}

function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = PATH.split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
