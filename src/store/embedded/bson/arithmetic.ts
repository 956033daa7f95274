import { badValue, ErrorCode, StoreError } from '../errors';
import { isInt32, isNumeric, typeOf } from './value';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** What exact whole-number arithmetic does for a pair; doubles use the other. */
export interface Arithmetic {
  readonly exact: (a: bigint, b: bigint) => bigint;
  readonly double: (a: number, b: number) => number;
}

export const addition: Arithmetic = { exact: (a, b) => a + b, double: (a, b) => a + b };
export const multiplication: Arithmetic = { exact: (a, b) => a * b, double: (a, b) => a * b };

/**
 * Arithmetic with MongoDB's types: int32 grows into int64 rather than losing digits, int64 may not overflow, anything
 * with a double is a double.
 * @throws StoreError for what is not a number this store calculates with
 */
export function calculate(a: unknown, b: unknown, { exact, double }: Arithmetic): number | bigint {
  if (!isNumeric(a) || !isNumeric(b)) throw notANumber(isNumeric(a) ? b : a);
  if (!isWhole(a) || !isWhole(b)) return double(Number(a), Number(b));
  const result = exact(BigInt(a), BigInt(b));
  if (result < INT64_MIN || result > INT64_MAX) throw badValue('the result does not fit into int64');
  const narrow = typeof a !== 'bigint' && typeof b !== 'bigint' && isInt32(Number(result));
  return narrow ? Number(result) : result;
}

/** int32 or int64; a double that happens to be whole counts as int32 when it fits, as the driver sends it. */
function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || isInt32(value);
}

function notANumber(value: unknown): StoreError {
  if (typeOf(value) === 'decimal') return badValue('the embedded store does not calculate with Decimal128');
  return new StoreError(ErrorCode.TypeMismatch, `cannot calculate with a value of type ${typeOf(value)}`);
}
