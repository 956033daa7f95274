import Bowser from 'bowser';
import { type Device, devices } from '../models/sign-in';

const longest = 40;

/** What somebody sits before, in as few words as tell one from another: no versions, nothing that makes it unique. */
export interface BrowserWords {
  readonly browser: string;
  readonly system: string;
  readonly device: Device;
}

/** @param userAgent what the browser says of itself; anything */
export function browserWords(userAgent: string): BrowserWords {
  if (userAgent === '') return { browser: '', system: '', device: 'unknown' };
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 500));
  const device = devices.find((known) => known === platform.type) ?? 'unknown';
  return { browser: shortened(browser.name), system: shortened(os.name), device };
}

function shortened(name = ''): string {
  return name.slice(0, longest);
}
