import { equal } from '../../bson/order';
import { type Doc, isDoc, isNumeric } from '../../bson/value';
import { ErrorCode, notSupported, StoreError } from '../../errors';
import { compileFilter } from '../../query/filter/compile';
import type { IndexMeta } from '../../storage/catalog';
import type { Collection } from '../../storage/collection';
import { docField, docsField, type Handler, namespaceOf } from '../service';
import { listed } from './collections';

/** Options an index may have here; `background` is accepted and means nothing, as in MongoDB. */
export const INDEX_OPTIONS = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'ns',
  'hidden',
  'collation',
];
const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };

export const createIndexes: Handler = async (call) => {
  const namespace = namespaceOf(call);
  const specs = docsField(call.command, 'indexes').map(checked);
  return call.service.store.write(() => {
    const createdCollectionAutomatically = !call.service.store.find(namespace);
    const collection = call.service.store.findOrCreate(namespace);
    const numIndexesBefore = collection.indexes.length + 1;
    for (const spec of specs) addUnlessThere(collection, spec);
    return { numIndexesBefore, numIndexesAfter: collection.indexes.length + 1, createdCollectionAutomatically };
  });
};

/** @returns the definition as it will be kept and listed */
function checked(spec: Doc): Doc {
  const unknown = Object.keys(spec).find((name) => !INDEX_OPTIONS.includes(name));
  if (unknown) throw notSupported(`the index option ${unknown}`);
  if (spec.hidden === true) throw notSupported('a hidden index');
  const collation = spec.collation;
  if (isDoc(collation) && collation.locale !== 'simple') throw notSupported('an index with a collation');
  const key = docField(spec, 'key');
  checkKey(key);
  if (typeof spec.name !== 'string' || spec.name === '')
    throw new StoreError(ErrorCode.FailedToParse, 'an index needs a name');
  checkOptions(spec, key);
  const { background: _b, ns: _n, v: _v, hidden: _h, collation: _c, ...kept } = spec;
  return { v: 2, ...kept };
}

function checkKey(key: Doc): void {
  const entries = Object.entries(key);
  if (entries.length === 0 || entries.length > 32) throw cannotCreate('an index needs between 1 and 32 fields');
  for (const [field, direction] of entries) {
    if (typeof direction === 'string') throw notSupported(`an index of kind ${direction}`);
    if (!isNumeric(direction) || Number(direction) === 0 || Number.isNaN(direction))
      throw cannotCreate('Values in the index key pattern cannot be 0');
    const steps = field.split('.');
    if (steps.includes('') || steps.some((step) => step.startsWith('$')))
      throw cannotCreate(`the index field '${field}' is not allowed`);
    if (steps.some((step) => /^\d+$/.test(step))) throw notSupported('an index on a numbered element of an array');
  }
}

function checkOptions(spec: Doc, key: Doc): void {
  const { partialFilterExpression: partial, expireAfterSeconds: seconds, sparse } = spec;
  if (partial !== undefined) {
    if (!isDoc(partial)) throw cannotCreate('partialFilterExpression must be an object');
    if (sparse === true) throw cannotCreate('cannot mix "partialFilterExpression" and "sparse" options');
    compileFilter(partial);
  }
  if (seconds === undefined) return;
  if (!isNumeric(seconds) || Number(seconds) < 0 || Number(seconds) > 2_147_483_647)
    throw cannotCreate('TTL index expireAfterSeconds must be between 0 and 2147483647');
  if (Object.keys(key).length > 1)
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL');
}

function cannotCreate(message: string): StoreError {
  return new StoreError(ErrorCode.CannotCreateIndex, message);
}

function addUnlessThere(collection: Collection, spec: Doc): void {
  if (equal(spec.key, ID_INDEX.key)) return;
  const sameName = collection.indexes.find(({ name }) => name === spec.name);
  const sameKey = collection.indexes.find(
    (index) =>
      equal(index.spec.key, spec.key) && equal(index.spec.partialFilterExpression, spec.partialFilterExpression),
  );
  if (sameName && !equal(sameName.spec.key, spec.key)) throw conflict(ErrorCode.IndexKeySpecsConflict, spec);
  const there = sameName ?? sameKey;
  if (!there) collection.addIndex(spec);
  else if (there !== sameKey || !sameOptions(there.spec, spec) || there.name !== spec.name)
    throw conflict(ErrorCode.IndexOptionsConflict, spec);
}

function sameOptions(a: Doc, b: Doc): boolean {
  const flags = (spec: Doc): boolean[] => [spec.unique === true, spec.sparse === true];
  return equal(flags(a), flags(b)) && Number(a.expireAfterSeconds ?? -1) === Number(b.expireAfterSeconds ?? -1);
}

function conflict(code: number, spec: Doc): StoreError {
  return new StoreError(
    code,
    `An existing index has the same name or key as the requested index '${String(spec.name)}', but differs from it`,
  );
}

export const listIndexes: Handler = (call) => {
  const namespace = namespaceOf(call);
  call.service.store.catalog.need(namespace);
  const specs = call.service.store.find(namespace)?.indexes.map(({ spec }) => spec) ?? [];
  return listed(call, String(call.target), [ID_INDEX, ...specs]);
};

export const dropIndexes: Handler = async (call) => {
  const namespace = namespaceOf(call);
  return call.service.store.write(() => {
    call.service.store.catalog.need(namespace);
    const collection = call.service.store.findOrCreate(namespace);
    const nIndexesWas = collection.indexes.length + 1;
    for (const index of chosen(collection, call.command.index)) collection.dropIndex(index);
    return { nIndexesWas };
  });
};

/** By name, by key, a list of names, or `*` for all but that of `_id`. */
function chosen(collection: Collection, which: unknown): readonly IndexMeta[] {
  if (which === '*') return [...collection.indexes];
  if (Array.isArray(which)) return which.flatMap((name) => chosen(collection, name));
  if (which === '_id_' || equal(which, ID_INDEX.key))
    throw new StoreError(ErrorCode.InvalidOptions, 'cannot drop _id index');
  const found = collection.indexes.find(
    (index) => index.name === which || (isDoc(which) && equal(index.spec.key, which)),
  );
  if (!found) throw new StoreError(ErrorCode.IndexNotFound, `index not found with name [${String(which)}]`);
  return [found];
}
