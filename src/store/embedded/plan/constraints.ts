import { BSONRegExp } from 'bson';
import { type Doc, isDoc, typeOf } from '../bson/value';
import { isOperatorDoc } from '../query/filter/conditions';
import { regexFrom } from '../query/filter/regex';
import { beginningWith, type Interval, normalized, pointOf, rangeOf } from './interval';

/** What a filter says about one path in terms an index can look up. */
export interface Constraint {
  readonly path: string;
  readonly intervals: readonly Interval[];
  /** A missing field cannot satisfy it. */
  readonly present: boolean;
}

/** All a filter says that way. */
export interface Constraints {
  readonly list: readonly Constraint[];
  /** Nothing is left to check on the documents: the keys say it all (as long as no arrays are involved). */
  readonly complete: boolean;
}

/** Reads what must hold for every match; what it cannot express it leaves to the filter itself. */
export function constraintsOf(filter: Doc, prefix = ''): Constraints {
  return joined(Object.entries(filter).map(([key, condition]) => entryConstraints(prefix, key, condition)));
}

const UNKNOWN: Constraints = { list: [], complete: false };

function joined(parts: readonly Constraints[]): Constraints {
  return { list: parts.flatMap(({ list }) => list), complete: parts.every(({ complete }) => complete) };
}

function entryConstraints(prefix: string, key: string, condition: unknown): Constraints {
  if (key === '$and' && Array.isArray(condition))
    return joined(condition.filter(isDoc).map((part) => constraintsOf(part, prefix)));
  if (key === '$comment') return { list: [], complete: true };
  if (key.startsWith('$')) return UNKNOWN;
  const path = prefix + key;
  if (!isOperatorDoc(condition)) return one(path, equality(condition));
  return joined(Object.keys(condition).map((name) => operatorConstraints(path, name, condition)));
}

function operatorConstraints(path: string, name: string, condition: Doc): Constraints {
  const argument = condition[name];
  switch (name) {
    case '$eq':
      return one(path, argument instanceof BSONRegExp ? undefined : equality(argument));
    case '$in':
      return one(path, Array.isArray(argument) ? union(argument.map(equality)) : undefined);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return one(path, range(name, argument));
    case '$regex':
      return one(path, regex(regexFrom(argument, condition.$options)));
    case '$options':
      return { list: [], complete: true };
    case '$elemMatch':
      // What an element must satisfy some element does satisfy, so its constraints narrow the search.
      return isDoc(argument) && !isOperatorDoc(argument)
        ? { ...constraintsOf(argument, `${path}.`), complete: false }
        : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** Intervals of a condition, and whether they are all there is to it. */
interface Found {
  readonly intervals: readonly Interval[];
  readonly exact: boolean;
  readonly present: boolean;
}

function one(path: string, found: Found | undefined): Constraints {
  if (!found) return UNKNOWN;
  return { list: [{ path, intervals: found.intervals, present: found.present }], complete: found.exact };
}

function equality(value: unknown): Found | undefined {
  if (value instanceof BSONRegExp) return regex(value);
  // An array is indexed by its elements, not as a whole.
  if (Array.isArray(value) || value === undefined) return undefined;
  const intervals = lookup(() => pointOf(value));
  // Null is also the key of what is missing, and of some arrays that do not match it.
  return intervals && { intervals, exact: value !== null, present: value !== null };
}

function union(parts: readonly (Found | undefined)[]): Found | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    intervals: normalized(known.flatMap(({ intervals }) => intervals)),
    exact: known.every(({ exact }) => exact),
    present: known.every(({ present }) => present),
  };
}

/** Types without values between them, and those compared across types, are left to the filter. */
const NO_RANGE = ['null', 'array', 'regex', 'minKey', 'maxKey', 'decimal', 'javascript', 'missing'];

function range(operator: '$gt' | '$gte' | '$lt' | '$lte', bound: unknown): Found | undefined {
  if (NO_RANGE.includes(typeOf(bound)) || Number.isNaN(bound)) return undefined;
  const intervals = lookup(() => rangeOf(operator, bound));
  return intervals && { intervals, exact: true, present: true };
}

/** A value no index can hold is looked for without one. */
function lookup(make: () => Interval): Interval[] | undefined {
  try {
    return [make()];
  } catch {
    return undefined;
  }
}

/** Of an anchored expression: the strings that begin like it, and the expression itself as a stored value. */
function regex(expression: BSONRegExp): Found | undefined {
  const literal = expression.options === '' ? literalPrefix(expression.pattern) : undefined;
  if (!literal) return undefined;
  const intervals = normalized([beginningWith(literal.text), pointOf(expression)]);
  return { intervals, exact: literal.whole, present: true };
}

const META = /[\\^$.|?*+()[\]{}]/;

/** `/^abc.../`: the text every match begins with, and whether that is all the pattern says. */
function literalPrefix(pattern: string): { text: string; whole: boolean } | undefined {
  if (!pattern.startsWith('^') || pattern.includes('|')) return undefined;
  const tokens = [...pattern.slice(1).matchAll(/\\[\s\S]|[\s\S]/gu)].map(([token]) => token);
  const end = tokens.findIndex((token) => !isLiteral(token));
  // A quantifier that allows none takes the character before it away.
  const optional = ['?', '*', '{'].includes(tokens[end] ?? '') ? 1 : 0;
  const text = tokens
    .slice(0, end < 0 ? undefined : end - optional)
    .map((token) => token.replace(/^\\/, ''))
    .join('');
  return text === '' ? undefined : { text, whole: end < 0 };
}

function isLiteral(token: string): boolean {
  return token.startsWith('\\') ? /^\\[^a-zA-Z0-9]$/.test(token) : !META.test(token);
}
