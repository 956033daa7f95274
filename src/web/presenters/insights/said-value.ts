import type { Language } from '../../../domain/languages';
import { shortDay, shownNumber, shownShare } from '../../times';
import type { Format, Value } from './tables';

const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;

/** @returns a value as people read it; a dash where there is nothing to tell */
export function saidValue(value: Value, format: Format, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string') return format === 'day' ? shortDay(value, language) : value;
  return format === 'share' ? shownShare(value, language) : shownNumber(inUnit(value, format), language, 1);
}

/** @returns a value as a spreadsheet of that language reads it: plain numbers, shares as per cent, days as ISO 8601 */
export function filedValue(value: Value, format: Format, language: Language): string {
  if (value === null || typeof value === 'string') return value ?? '';
  const number = format === 'share' ? value * 100 : inUnit(value, format);
  const text = String(Math.round(number * 10) / 10);
  return language === 'de' ? text.replace('.', ',') : text;
}

function inUnit(value: number, format: Format): number {
  if (format === 'hours') return value / minutesPerHour;
  return format === 'days' ? value / minutesPerDay : value;
}
