import type { StringOrder } from '../bson/order';
import { isDoc } from '../bson/value';
import { ErrorCode, notSupported, StoreError } from '../errors';

const SENSITIVITY = { 1: 'base', 2: 'accent', 3: 'variant' } as const;
const KNOWN = [
  'locale',
  'strength',
  'numericOrdering',
  'caseLevel',
  'caseFirst',
  'alternate',
  'maxVariable',
  'backwards',
  'normalization',
  'version',
];
/** Settings that change nothing; with any other value they are refused rather than ignored. */
const NEUTRAL: Readonly<Record<string, readonly unknown[]>> = {
  caseLevel: [false],
  caseFirst: ['off'],
  alternate: ['non-ignorable'],
  maxVariable: ['punct', 'space'],
  backwards: [false],
  normalization: [false, true],
  version: ['57.1'],
};

/**
 * @param collation `{locale, strength, numericOrdering}` as MongoDB has it
 * @returns order of strings under it; undefined for MongoDB's own, by code point
 */
export function toStringOrder(collation: unknown): StringOrder | undefined {
  if (collation === undefined) return undefined;
  if (!isDoc(collation) || typeof collation.locale !== 'string')
    throw new StoreError(ErrorCode.FailedToParse, 'collation needs a locale');
  for (const [name, value] of Object.entries(collation)) {
    if (!KNOWN.includes(name)) throw new StoreError(ErrorCode.FailedToParse, `unknown collation option '${name}'`);
    if (NEUTRAL[name] && !NEUTRAL[name].includes(value))
      throw notSupported(`the collation option ${name}: ${String(value)}`);
  }
  return collation.locale === 'simple' ? undefined : collator(collation.locale, collation);
}

function collator(locale: string, { strength = 3, numericOrdering = false }: Record<string, unknown>): StringOrder {
  const sensitivity = SENSITIVITY[Number(strength) as keyof typeof SENSITIVITY];
  if (!sensitivity) throw notSupported(`collation strength ${String(strength)}`);
  const name = locale.replace('_', '-');
  if (Intl.Collator.supportedLocalesOf([name]).length === 0)
    throw new StoreError(ErrorCode.BadValue, `unknown locale ${locale}`);
  return new Intl.Collator(name, { sensitivity, numeric: numericOrdering === true }).compare;
}
