import { isNumeric, typeOf } from '../../bson/value';
import { StoreError } from '../../errors';
import { isNullish } from '../evaluate';
import type { ValueFunction } from './all';

/** Operators on text. Positions are counted in code points or in UTF-8 bytes, as the operator's name says. */
export const stringFunctions: Readonly<Record<string, ValueFunction>> = {
  $concat: concat,
  $toUpper: (text) => coerced('$toUpper', text).replace(/[a-z]/g, (char) => char.toUpperCase()),
  $toLower: (text) => coerced('$toLower', text).replace(/[A-Z]/g, (char) => char.toLowerCase()),
  $strcasecmp: (a, b) => Math.sign(compareText(upper(a), upper(b))),
  $strLenCP: (text) => [...needed('$strLenCP', text, 34471)].length,
  $strLenBytes: (text) => Buffer.byteLength(needed('$strLenBytes', text, 34473)),
  $substrCP: (text, start, count) =>
    [...coerced('$substrCP', text)].slice(position(start), position(start) + position(count)).join(''),
  $substrBytes: substringOfBytes,
  $substr: substringOfBytes,
  $indexOfCP: (text, part, start, end) => indexIn('$indexOfCP', text, part, (value) => [...value], start, end),
  $indexOfBytes: (text, part, start, end) =>
    indexIn('$indexOfBytes', text, part, (value) => [...Buffer.from(value).toString('latin1')], start, end),
  $split: split,
  $trim: (argument) => trimmed('$trim', argument, true, true),
  $ltrim: (argument) => trimmed('$ltrim', argument, true, false),
  $rtrim: (argument) => trimmed('$rtrim', argument, false, true),
  $replaceOne: (argument) => replaced('$replaceOne', argument, (text, find, by) => text.replace(find, () => by)),
  $replaceAll: (argument) => replaced('$replaceAll', argument, (text, find, by) => text.split(find).join(by)),
};

/** Operands are looked at in turn: null ends it, what is no text is refused. */
function concat(...texts: unknown[]): string | null {
  let result = '';
  for (const text of texts) {
    if (isNullish(text)) return null;
    result += needed('$concat', text, 16702);
  }
  return result;
}

/** @throws StoreError with `code` for what is no text */
function needed(operator: string, value: unknown, code: number): string {
  if (typeof value === 'string') return value;
  throw new StoreError(code, `${operator} requires a string argument, found: ${typeOf(value)}`);
}

/** Some operators take numbers and dates as the text they would be. */
function coerced(operator: string, value: unknown): string {
  if (isNullish(value)) return '';
  if (isNumeric(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  return needed(operator, value, 16007);
}

function upper(value: unknown): string {
  return coerced('$strcasecmp', value).replace(/[a-z]/g, (char) => char.toUpperCase());
}

function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function position(value: unknown): number {
  if (isNumeric(value) && Number.isInteger(Number(value)) && Number(value) >= 0) return Number(value);
  throw new StoreError(34452, `a position must be a non-negative integer, not ${String(value)}`);
}

/** A negative length means all that is left; characters are not cut in half. */
function substringOfBytes(text: unknown, start: unknown, length: unknown): string {
  const bytes = Buffer.from(coerced('$substrBytes', text));
  const from = position(start);
  const to = isNumeric(length) && Number(length) < 0 ? bytes.length : Math.min(bytes.length, from + position(length));
  if (isContinuation(bytes[from]) || isContinuation(bytes[to]))
    throw new StoreError(28656, '$substrBytes: Invalid range, it would cut a UTF-8 character');
  return bytes.toString('utf8', from, to);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function indexIn(
  operator: string,
  text: unknown,
  part: unknown,
  unitsOf: (value: string) => string[],
  start: unknown = 0,
  end?: unknown,
): number | null {
  if (isNullish(text)) return null;
  const units = unitsOf(needed(operator, text, 40093));
  const wanted = unitsOf(needed(operator, part, 40094));
  const last = (isNullish(end) ? units.length : Math.min(units.length, position(end))) - wanted.length;
  for (let at = position(start); at <= last; at++) if (wanted.every((unit, i) => units[at + i] === unit)) return at;
  return -1;
}

function split(text: unknown, separator: unknown): string[] | null {
  if (isNullish(text) || isNullish(separator)) return null;
  const by = needed('$split', separator, 40086);
  if (by === '') throw new StoreError(40087, '$split requires a non-empty separator');
  return needed('$split', text, 40085).split(by);
}

/** What MongoDB trims when it is not told. */
const WHITESPACE = [...'\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'];

function trimmed(operator: string, argument: unknown, left: boolean, right: boolean): string | null {
  const { input, chars } = (argument ?? {}) as Record<string, unknown>;
  if (isNullish(input) || chars === null) return null;
  const points = [...needed(operator, input, 50699)];
  const unwanted = new Set(chars === undefined ? WHITESPACE : [...needed(operator, chars, 50700)]);
  const start = left ? points.findIndex((char) => !unwanted.has(char)) : 0;
  const end = right ? points.findLastIndex((char) => !unwanted.has(char)) + 1 : points.length;
  return start < 0 ? '' : points.slice(start, end).join('');
}

function replaced(
  operator: string,
  argument: unknown,
  replace: (text: string, find: string, by: string) => string,
): string | null {
  const { input, find, replacement } = (argument ?? {}) as Record<string, unknown>;
  if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
  return replace(needed(operator, input, 51746), needed(operator, find, 51745), needed(operator, replacement, 51744));
}
