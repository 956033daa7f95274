import { compare, type StringOrder } from '../bson/order';
import { type Doc, isDoc, isNumeric } from '../bson/value';
import { badValue, ErrorCode, notSupported, StoreError } from '../errors';
import { sortValue } from '../storage/index-keys';

/** One field of a sort. */
export interface SortField {
  readonly field: string;
  readonly path: readonly string[];
  readonly direction: 1 | -1;
}

/**
 * @param sort `{field: 1 | -1, ...}` in order of weight
 * @throws StoreError for other directions; `$natural` and `$meta` are refused
 */
export function parseSort(sort: Doc): SortField[] {
  return Object.entries(sort).map(([field, direction]) => {
    if (field === '$natural') throw notSupported('sorting by $natural');
    if (isDoc(direction)) throw notSupported('sorting by $meta');
    if (field === '' || field.startsWith('$')) throw badValue(`FieldPath field names may not be '${field}'`);
    if (!isNumeric(direction) || ![1, -1].includes(Number(direction))) {
      throw new StoreError(
        ErrorCode.InvalidSortOrder,
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      );
    }
    return { field, path: field.split('.'), direction: Number(direction) > 0 ? 1 : -1 };
  });
}

/** Order of two documents; of an array the least element counts ascending, the greatest descending. */
export function compileSort(sort: Doc, strings?: StringOrder): (a: Doc, b: Doc) => number {
  const fields = parseSort(sort);
  return (a, b) => compareKeys(sortKey(a, fields, strings), sortKey(b, fields, strings), fields, strings);
}

/** Values a document sorts by; taken once a document when many are sorted. */
export function sortKey(doc: Doc, fields: readonly SortField[], strings?: StringOrder): unknown[] {
  return fields.map(({ path, direction }) => sortValue(doc, path, direction, strings));
}

export function compareKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  fields: readonly SortField[],
  strings?: StringOrder,
): number {
  for (const [i, { direction }] of fields.entries()) {
    const order = compare(a[i], b[i], strings) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

/** Sorts documents with their keys computed once; equal ones keep their order. */
export function sortDocs(docs: readonly Doc[], sort: Doc, strings?: StringOrder): Doc[] {
  const fields = parseSort(sort);
  const keyed = docs.map((doc) => ({ doc, key: sortKey(doc, fields, strings) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key, fields, strings)).map(({ doc }) => doc);
}
