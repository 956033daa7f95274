import { BSONRegExp, ObjectId } from 'bson';
import { clone, type Doc, isDoc, own } from '../bson/value';
import { StoreError } from '../errors';
import { isOperatorDoc } from '../query/filter/conditions';
import { isReplacement, type Updater } from './compile';
import { readAt, splitPath, writeAt } from './paths';

const NOT_SINGLE_VALUE_FIELD = 54;

/**
 * The document an upsert inserts: what the filter says by equality, then the update, then an `_id`.
 * @param update what the updater was compiled from; a replacement takes over only the filter's `_id`
 */
export function upserted(filter: Doc, update: unknown, updater: Updater): Doc {
  const seed = fromFilter(filter);
  const start = isReplacement(update) ? pickId(seed) : seed;
  return withId(updater(start, true));
}

/** `_id` first, made when there is none. */
export function withId(doc: Doc): Doc {
  const { _id, ...rest } = doc;
  return { _id: _id === undefined ? new ObjectId() : _id, ...rest };
}

function pickId(doc: Doc): Doc {
  const id = own(doc, '_id');
  return id === undefined ? {} : { _id: id };
}

function fromFilter(filter: Doc): Doc {
  const doc: Doc = {};
  for (const [path, value] of equalities(filter)) {
    const steps = splitPath(path);
    if (readAt(doc, steps) !== undefined) {
      throw new StoreError(NOT_SINGLE_VALUE_FIELD, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    writeAt(doc, steps, clone(value));
  }
  return doc;
}

function equalities(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === '$and' && Array.isArray(condition)) return condition.filter(isDoc).flatMap(equalities);
    if (key === '$or' && Array.isArray(condition) && condition.length === 1)
      return condition.filter(isDoc).flatMap(equalities);
    if (key.startsWith('$') || condition instanceof BSONRegExp) return [];
    return equalityOf(condition).map((value) => [key, value]);
  });
}

/** At most one value. */
function equalityOf(condition: unknown): unknown[] {
  if (!isOperatorDoc(condition)) return [condition];
  if (Object.hasOwn(condition, '$eq')) return [condition.$eq];
  const list = condition.$in ?? condition.$all;
  const [only] = Array.isArray(list) && list.length === 1 ? list : [];
  return only === undefined || only instanceof BSONRegExp || isOperatorDoc(only) ? [] : [only];
}
