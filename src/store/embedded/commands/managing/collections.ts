import { encode } from '../../bson/codec';
import type { Doc } from '../../bson/value';
import { ErrorCode, notSupported, StoreError } from '../../errors';
import { compileFilter } from '../../query/filter/compile';
import type { CollectionMeta } from '../../storage/catalog';
import { checkNamespace } from '../../storage/store';
import { type Call, docField, type Handler, namespaceOf, numberField } from '../service';

/** Kinds of collections this store has not. */
export const REFUSED_OPTIONS = [
  'capped',
  'timeseries',
  'clusteredIndex',
  'viewOn',
  'validator',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'collation',
  'pipeline',
  'expireAfterSeconds',
  'storageEngine',
  'indexOptionDefaults',
];

export const create: Handler = async (call) => {
  const namespace = namespaceOf(call);
  const refused = REFUSED_OPTIONS.find((name) => call.command[name] !== undefined && call.command[name] !== false);
  if (refused) throw notSupported(`a collection with ${refused}`);
  return call.service.store.write(() => {
    if (call.service.store.find(namespace))
      throw new StoreError(ErrorCode.NamespaceExists, `Collection ${namespace} already exists.`);
    call.service.store.findOrCreate(namespace);
    return {};
  });
};

export const drop: Handler = async (call) => {
  const namespace = namespaceOf(call);
  return call.service.store.write(() => {
    const collection = call.service.store.find(namespace);
    if (!collection) return {};
    const nIndexesWas = collection.indexes.length + 1;
    collection.drop();
    return { nIndexesWas, ns: namespace };
  });
};

/** `{renameCollection: 'db.from', to: 'db.to', dropTarget}`. */
export const renameCollection: Handler = async ({ service, target, command }) => {
  const { to, dropTarget } = command;
  if (typeof target !== 'string' || typeof to !== 'string' || !target.includes('.') || !to.includes('.'))
    throw new StoreError(ErrorCode.InvalidNamespace, 'renameCollection takes two namespaces, each db.collection');
  return service.store.write(() => {
    service.store.catalog.need(target);
    if (target === to) throw new StoreError(ErrorCode.IllegalOperation, "Can't rename a collection to itself");
    const there = service.store.find(to);
    if (there && dropTarget !== true) throw new StoreError(ErrorCode.NamespaceExists, 'target namespace exists');
    const collection = service.store.findOrCreate(target);
    checkNamespace(to);
    there?.drop();
    collection.rename(to);
    return {};
  });
};

export const dropDatabase: Handler = async ({ service, db }) =>
  service.store.write(() => {
    for (const { namespace } of collectionsOf(service.store.catalog.all(), db)) service.store.find(namespace)?.drop();
    return { dropped: db };
  });

function collectionsOf(all: readonly CollectionMeta[], db: string): CollectionMeta[] {
  return all.filter(({ namespace }) => namespace.startsWith(`${db}.`));
}

export const listCollections: Handler = (call) => {
  const matches = compileFilter(docField(call.command, 'filter'));
  const infos = collectionsOf(call.service.store.catalog.all(), call.db).map(({ namespace }) =>
    describe(namespace.slice(call.db.length + 1)),
  );
  const found = infos.filter(matches);
  const shown = call.command.nameOnly === true ? found.map(({ name, type }) => ({ name, type })) : found;
  return listed(call, '$cmd.listCollections', shown);
};

function describe(name: string): Doc {
  return {
    name,
    type: 'collection',
    options: {},
    info: { readOnly: false },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  };
}

/** A list of documents as a cursor, as the `list` commands answer. */
export function listed(call: Call, name: string, docs: readonly Doc[]): Doc {
  const cursor = docField(call.command, 'cursor');
  const batchSize = cursor.batchSize === undefined ? undefined : numberField(cursor, 'batchSize', 0);
  return call.service.cursors.start(`${call.db}.${name}`, docs.map(encode), batchSize, false);
}

export const listDatabases: Handler = ({ service, command }) => {
  const names = new Set(service.store.catalog.all().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))));
  const matches = compileFilter(docField(command, 'filter'));
  const databases = [...names]
    .sort()
    .map((name): Doc => ({ name, empty: false }))
    .filter(matches);
  return { databases };
};
