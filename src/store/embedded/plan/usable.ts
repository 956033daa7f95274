import { equal } from '../bson/order';
import { type Doc, isDoc } from '../bson/value';
import { compileFilter } from '../query/filter/compile';
import { isOperatorDoc } from '../query/filter/conditions';
import type { IndexMeta } from '../storage/catalog';
import type { Constraint } from './constraints';

/** Whether every document that matches the filter has its entries in the index. */
export function holdsAllMatches(index: IndexMeta, filter: Doc, constraints: readonly Constraint[]): boolean {
  if (index.sparse) return constraints.some(({ path, present }) => present && index.fields.includes(path));
  const partial = index.spec.partialFilterExpression;
  return !isDoc(partial) || conjuncts(partial).every((condition) => implies(filter, condition));
}

type Conjunct = readonly [path: string, condition: unknown];

/** Conditions that all have to hold, one operator each. */
function conjuncts(filter: Doc): Conjunct[] {
  return Object.entries(filter).flatMap(([key, condition]): Conjunct[] => {
    if (key === '$and' && Array.isArray(condition)) return condition.filter(isDoc).flatMap(conjuncts);
    if (!isOperatorDoc(condition)) return [[key, condition]];
    return Object.entries(condition).map(([name, argument]) => [key, { [name]: argument }]);
  });
}

/** Whether the filter says no less: the same, a value that satisfies it, or anything where presence is all it asks. */
function implies(filter: Doc, [path, wanted]: Conjunct): boolean {
  const said = conjuncts(filter).filter(([other]) => other === path);
  return said.some(
    ([, condition]) =>
      equal(condition, wanted) ||
      valueSatisfies(path, condition, wanted) ||
      (asksPresence(wanted) && needsPresence(condition)),
  );
}

function valueSatisfies(path: string, condition: unknown, wanted: unknown): boolean {
  const values = valuesOf(condition);
  if (values.length === 0 || path.startsWith('$')) return false;
  const test = compileFilter({ value: wanted });
  return values.every((value) => !Array.isArray(value) && test({ value }));
}

/** The values a condition leaves, when it lists them. */
function valuesOf(condition: unknown): readonly unknown[] {
  if (!isOperatorDoc(condition)) return [condition];
  if ('$eq' in condition) return [condition.$eq];
  return Array.isArray(condition.$in) ? condition.$in : [];
}

function asksPresence(wanted: unknown): boolean {
  return isDoc(wanted) && wanted.$exists === true;
}

function needsPresence(condition: unknown): boolean {
  if (!isOperatorDoc(condition)) return condition !== null;
  return ['$gt', '$gte', '$lt', '$lte'].some((name) => name in condition && condition[name] !== null);
}
