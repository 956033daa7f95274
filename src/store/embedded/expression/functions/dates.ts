import { ObjectId, Timestamp } from 'bson';
import { type Doc, isDoc, isNumeric, typeOf } from '../../bson/value';
import { badValue, notSupported, StoreError } from '../../errors';
import { isNullish } from '../evaluate';
import type { ValueFunction } from './all';
import { addUnits, dayOfYear, isoWeek, truncate, unitOf, unitsBetween, weekday, weekdayOf } from './calendar';
import { zoneOf } from './time-zone';

const NOT_A_DATE = 16006;

/** Parts of a local time, by the operator that gives them. */
const parts: Readonly<Record<string, (local: number) => number>> = {
  $year: (local) => new Date(local).getUTCFullYear(),
  $month: (local) => new Date(local).getUTCMonth() + 1,
  $dayOfMonth: (local) => new Date(local).getUTCDate(),
  $hour: (local) => new Date(local).getUTCHours(),
  $minute: (local) => new Date(local).getUTCMinutes(),
  $second: (local) => new Date(local).getUTCSeconds(),
  $millisecond: (local) => new Date(local).getUTCMilliseconds(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (local) => weekday(local) + 1,
  $isoDayOfWeek: (local) => weekday(local) || 7,
  $isoWeek: (local) => isoWeek(local).week,
  $isoWeekYear: (local) => isoWeek(local).year,
  $week: (local) => Math.floor((dayOfYear(local) + 6 - weekday(local)) / 7),
};

/** Date operators take a date, or a document of arguments by name. */
export const dateFunctions: Readonly<Record<string, ValueFunction>> = {
  ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, partFunction(part)])),
  $dateToString: dateToString,
  $dateTrunc: dateTrunc,
  $dateAdd: (argument) => dateAdd(argument, 1),
  $dateSubtract: (argument) => dateAdd(argument, -1),
  $dateDiff: dateDiff,
};

function partFunction(part: (local: number) => number): ValueFunction {
  return (argument) => {
    const { date, timezone } = isDoc(argument) ? argument : { date: argument, timezone: undefined };
    if (isNullish(date) || timezone === null) return null;
    const instant = instantOfValue(date);
    return part(instant + zoneOf(timezone)(instant));
  };
}

/** @throws StoreError for what is neither a date nor has one inside */
function instantOfValue(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  if (value instanceof Timestamp) return value.getHighBitsUnsigned() * 1000;
  throw new StoreError(NOT_A_DATE, `can't convert from BSON type ${typeOf(value)} to Date`);
}

/** Arguments by name; undefined when one of those that are given is null, which makes the result null. */
function named(
  operator: string,
  argument: unknown,
  required: readonly string[],
  optional: readonly string[],
): Doc | undefined {
  if (!isDoc(argument)) throw badValue(`${operator} only supports an object as its argument`);
  const unknown = Object.keys(argument).find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown) throw badValue(`Unrecognized argument to ${operator}: ${unknown}`);
  const empty = required.some((name) => isNullish(argument[name])) || optional.some((name) => argument[name] === null);
  return empty ? undefined : argument;
}

function dateAdd(argument: unknown, direction: number): Date | null {
  const given = named('$dateAdd', argument, ['startDate', 'unit', 'amount'], ['timezone']);
  if (!given) return null;
  const amount = wholeNumber('$dateAdd', given.amount) * direction;
  return new Date(addUnits(instantOfValue(given.startDate), unitOf(given.unit), amount, zoneOf(given.timezone)));
}

function dateDiff(argument: unknown): bigint | null {
  const given = named('$dateDiff', argument, ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek']);
  if (!given) return null;
  const [from, to] = [instantOfValue(given.startDate), instantOfValue(given.endDate)];
  return BigInt(unitsBetween(from, to, unitOf(given.unit), zoneOf(given.timezone), weekdayOf(given.startOfWeek)));
}

function dateTrunc(argument: unknown): Date | null {
  const given = named('$dateTrunc', argument, ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek']);
  if (!given) return null;
  const size = wholeNumber('$dateTrunc', given.binSize ?? 1);
  if (size < 1) throw badValue('$dateTrunc requires binSize to be greater than 0');
  const instant = instantOfValue(given.date);
  return new Date(truncate(instant, unitOf(given.unit), size, zoneOf(given.timezone), weekdayOf(given.startOfWeek)));
}

function wholeNumber(operator: string, value: unknown): number {
  if (!isNumeric(value) || !Number.isInteger(Number(value))) throw badValue(`${operator} requires a whole number`);
  return Number(value);
}

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

/** Format specifiers: which part, and how many digits. */
const specifiers: Readonly<Record<string, readonly [part: string, digits: number]>> = {
  Y: ['$year', 4],
  m: ['$month', 2],
  d: ['$dayOfMonth', 2],
  H: ['$hour', 2],
  M: ['$minute', 2],
  S: ['$second', 2],
  L: ['$millisecond', 3],
  j: ['$dayOfYear', 3],
  w: ['$dayOfWeek', 1],
  u: ['$isoDayOfWeek', 1],
  U: ['$week', 2],
  V: ['$isoWeek', 2],
  G: ['$isoWeekYear', 4],
};

function dateToString(argument: unknown): unknown {
  if (isDoc(argument) && argument.onNull !== undefined && isNullish(argument.date)) return argument.onNull;
  const given = named('$dateToString', argument, ['date'], ['format', 'timezone', 'onNull']);
  if (!given) return null;
  const instant = instantOfValue(given.date);
  const local = instant + zoneOf(given.timezone)(instant);
  const zoned = given.timezone === undefined ? DEFAULT_FORMAT : DEFAULT_FORMAT.slice(0, -1);
  return String(given.format ?? zoned).replace(/%(.?)/gs, (_all, name: string) => formatted(name, local));
}

function formatted(name: string, local: number): string {
  if (name === '%') return '%';
  if (name === 'z' || name === 'Z' || name === 'b' || name === 'B') throw notSupported(`the format %${name}`);
  const specifier = Object.hasOwn(specifiers, name) ? specifiers[name] : undefined;
  const part = specifier && parts[specifier[0]];
  if (!specifier || !part) throw new StoreError(18536, `Invalid format character '%${name}' in format string`);
  return String(part(local)).padStart(specifier[1], '0');
}
