import { encode } from '../../bson/codec';
import { type Doc, typeOf } from '../../bson/value';
import { ErrorCode, StoreError } from '../../errors';
import { type Query, runQuery } from '../../query/run';
import type { Collection } from '../../storage/collection';
import { compileUpdate, type Updater } from '../../update/compile';
import { upserted, withId } from '../../update/upsert';
import { queryOf, scopeOf } from '../reading/query';
import { type Call, docField, docsField, type Handler, namespaceOf } from '../service';

const MAX_BATCH = 100_000;

/** What went wrong with one statement of a batch; the others may have succeeded. */
type WriteError = Readonly<Record<string, unknown>> & { readonly index: number };

export const insert: Handler = (call) => {
  const documents = docsField(call.command, 'documents').map(prepared);
  const namespace = namespaceOf(call);
  return writeBatch(call, documents, (doc) => {
    call.service.store.findOrCreate(namespace).insert(doc);
    return { n: 1 };
  });
};

/** @throws StoreError for an `_id` no document may have */
function prepared(doc: Doc): Doc {
  const type = typeOf(doc._id);
  if (type === 'array' || type === 'regex')
    throw new StoreError(ErrorCode.InvalidIdField, `The '_id' value cannot be of type ${type}`);
  if (type === 'object' && Object.keys(doc._id as Doc).some((name) => name.startsWith('$'))) {
    throw new StoreError(ErrorCode.DollarPrefixedFieldName, "_id fields may not contain '$'-prefixed fields");
  }
  return withId(doc);
}

/** Counts of one statement. */
interface Written {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: unknown;
}

/**
 * Runs the statements of a write command in one transaction. Each is atomic for itself; the first failure ends an
 * ordered batch. The answer leaves when all is on disk.
 */
async function writeBatch<T>(call: Call, statements: readonly T[], run: (statement: T) => Written): Promise<Doc> {
  if (statements.length === 0 || statements.length > MAX_BATCH) {
    throw new StoreError(
      ErrorCode.InvalidLength,
      `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
    );
  }
  const ordered = call.command.ordered !== false;
  return call.service.store.write(() => {
    const written: (Written & { index: number })[] = [];
    const writeErrors: WriteError[] = [];
    for (const [index, statement] of statements.entries()) {
      if (ordered && writeErrors.length > 0) break;
      const result = attempt(() => run(statement));
      if (result instanceof StoreError) writeErrors.push(describe(result, index));
      else written.push({ ...result, index });
    }
    return summary(written, writeErrors);
  });
}

function attempt(run: () => Written): Written | StoreError {
  try {
    return run();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

function describe({ code, codeName, message, extra }: StoreError, index: number): WriteError {
  return { index, code, codeName, errmsg: message, ...extra };
}

function summary(written: readonly (Written & { index: number })[], writeErrors: readonly WriteError[]): Doc {
  const n = written.reduce((sum, result) => sum + result.n, 0);
  const modified = written.filter(({ nModified }) => nModified !== undefined);
  const upserts = written
    .filter(({ upserted }) => upserted !== undefined)
    .map(({ index, upserted }) => ({ index, _id: upserted }));
  return {
    n,
    ...(modified.length > 0 ? { nModified: modified.reduce((sum, { nModified = 0 }) => sum + nModified, 0) } : {}),
    ...(upserts.length > 0 ? { upserted: upserts } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
  };
}

export const update: Handler = (call) => {
  const namespace = namespaceOf(call);
  return writeBatch(call, docsField(call.command, 'updates'), (statement) => runUpdate(call, namespace, statement));
};

function runUpdate(call: Call, namespace: string, statement: Doc): Written {
  const { query, updater } = parseUpdate(call, statement);
  if (statement.multi === true && !Array.isArray(statement.u) && updater.replaces) {
    throw new StoreError(ErrorCode.FailedToParse, 'multi update is not supported for replacement-style update');
  }
  const collection = call.service.store.find(namespace);
  // All are found before the first is changed: a changed document must not be met again.
  const found = [...runQuery(collection, { ...query, limit: statement.multi === true ? 0 : 1 })];
  if (found.length === 0 && statement.upsert === true) {
    const doc = insertUpserted(call, namespace, query, statement.u, updater.apply);
    return { n: 1, nModified: 0, upserted: doc._id };
  }
  const changed = collection ? found.filter(({ doc }) => changeOne(collection, doc, updater.apply)) : [];
  return { n: found.length, nModified: changed.length };
}

/** @returns whether the document is another now */
function changeOne(collection: Collection, before: Doc, updater: Updater): boolean {
  const after = updater(before, false);
  if (encode(before).equals(encode(after))) return false;
  collection.replace(before, after);
  return true;
}

function insertUpserted(call: Call, namespace: string, query: Query, update: unknown, updater: Updater): Doc {
  const doc = prepared(upserted(query.filter, update, updater));
  call.service.store.findOrCreate(namespace).insert(doc);
  return doc;
}

/** The query and the compiled change of an update statement; variables come from the command. */
function parseUpdate(call: Call, statement: Doc): { query: Query; updater: { apply: Updater; replaces: boolean } } {
  const scope = scopeOf(call.command);
  const query = { ...queryOf(statement, 'q'), scope };
  const update = statement.u;
  const constants = Object.entries(docField(statement, 'c'));
  const apply = compileUpdate({
    update,
    filter: query.filter,
    arrayFilters: statement.arrayFilters,
    context: { strings: query.strings, scope },
    scope: new Map([...scope, ...constants]),
  });
  return {
    query,
    updater: { apply, replaces: !Array.isArray(update) && !Object.keys(update as Doc)[0]?.startsWith('$') },
  };
}

export const remove: Handler = (call) => {
  const namespace = namespaceOf(call);
  return writeBatch(call, docsField(call.command, 'deletes'), (statement) => {
    const limit = Number(statement.limit);
    if (limit !== 0 && limit !== 1)
      throw new StoreError(ErrorCode.FailedToParse, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    const collection = call.service.store.find(namespace);
    const scope = scopeOf(call.command);
    const found = [...runQuery(collection, { ...queryOf(statement, 'q'), scope, limit })];
    for (const { doc } of found) collection?.remove(doc);
    return { n: found.length };
  });
};
