import type { Doc } from '../bson/value';
import { StoreError } from '../errors';
import { REFUSED_OPTIONS } from './managing/collections';

const UNKNOWN_FIELD = 40415;

/** What any command may carry. */
const GENERIC = [
  ...['$db', 'lsid', '$clusterTime', '$readPreference', 'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'client'],
  ...['comment', 'maxTimeMS', 'readConcern', 'writeConcern', 'txnNumber', 'startTransaction', 'autocommit'],
];

const WRITE = ['ordered', 'bypassDocumentValidation', 'let'];

/** The fields of each command; one that is not listed is refused, as it would be silently ignored otherwise. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  find: [
    ...[
      'filter',
      'sort',
      'projection',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'hint',
      'collation',
      'let',
      'allowDiskUse',
    ],
    ...[
      'noCursorTimeout',
      'allowPartialResults',
      'tailable',
      'awaitData',
      'min',
      'max',
      'returnKey',
      'showRecordId',
      'oplogReplay',
    ],
  ],
  count: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  distinct: ['key', 'query', 'hint', 'collation'],
  aggregate: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'collation', 'let'],
  getMore: ['collection', 'batchSize'],
  killCursors: ['cursors'],
  insert: ['documents', ...WRITE],
  update: ['updates', ...WRITE],
  delete: ['deletes', ...WRITE],
  findAndModify: [
    ...['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
    ...['collation', 'arrayFilters', 'hint', 'let'],
  ],
  explain: ['verbosity'],
  create: ['size', 'max', 'autoIndexId', 'idIndex', 'validationLevel', 'validationAction', ...REFUSED_OPTIONS],
  createIndexes: ['indexes'],
  drop: [],
  dropDatabase: [],
  dropIndexes: ['index'],
  listCollections: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  listDatabases: ['filter', 'nameOnly', 'authorizedDatabases'],
  listIndexes: ['cursor'],
  renameCollection: ['to', 'dropTarget'],
};

const statementFields: Readonly<Record<string, readonly string[]>> = {
  updates: ['q', 'u', 'c', 'multi', 'upsert', 'collation', 'arrayFilters', 'hint'],
  deletes: ['q', 'limit', 'collation', 'hint'],
};

/** @throws StoreError for a field the command does not have */
export function refuseUnknownFields(name: string, command: Doc): void {
  const known = fieldsOf[name];
  if (!known) return;
  refuseOthers(name, command, [name, ...known, ...GENERIC]);
  for (const [list, fields] of Object.entries(statementFields)) {
    const statements = command[list];
    if (Array.isArray(statements))
      for (const statement of statements) refuseOthers(`${name}.${list}`, statement as Doc, fields);
  }
}

function refuseOthers(where: string, doc: Doc, known: readonly string[]): void {
  const unknown = Object.keys(doc).find((field) => !known.includes(field));
  if (unknown) throw new StoreError(UNKNOWN_FIELD, `BSON field '${where}.${unknown}' is an unknown field.`);
}
