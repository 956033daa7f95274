import { StoreError } from '../../errors';

const UNRECOGNIZED_ZONE = 40485;
const MINUTE = 60_000;

/** How far a zone is ahead of UTC at an instant, both in milliseconds. */
export type Zone = (instant: number) => number;

const zones = new Map<string, Zone>();
const UTC: Zone = () => 0;

/**
 * @param name `Europe/Berlin`, `+05:30`, `UTC`; nothing is UTC
 * @throws StoreError when there is no such zone
 */
export function zoneOf(name: unknown): Zone {
  if (name === undefined || name === null) return UTC;
  const known = zones.get(String(name));
  if (known) return known;
  const zone = fixedZone(String(name)) ?? namedZone(String(name));
  zones.set(String(name), zone);
  return zone;
}

function fixedZone(name: string): Zone | undefined {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(name);
  if (!match) return undefined;
  const offset = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * MINUTE;
  return () => offset;
}

function namedZone(name: string): Zone {
  const format = formatFor(name);
  return (instant) => {
    const whole = Math.floor(instant / 1000) * 1000;
    const parts = Object.fromEntries(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
  } catch {
    throw new StoreError(UNRECOGNIZED_ZONE, `unrecognized time zone identifier: "${timeZone}"`);
  }
}

/** The instant at which a zone's clocks show a local time; of two, or of none, the one its usual offset gives. */
export function instantOf(local: number, zone: Zone): number {
  const guess = local - zone(local);
  return local - zone(guess);
}
