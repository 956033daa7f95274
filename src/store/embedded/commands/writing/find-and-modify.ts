import { encode } from '../../bson/codec';
import type { Doc } from '../../bson/value';
import { ErrorCode, StoreError } from '../../errors';
import { compileProjection } from '../../query/projection/compile';
import { type Query, runQuery } from '../../query/run';
import { compileUpdate, type Updater } from '../../update/compile';
import { upserted, withId } from '../../update/upsert';
import { queryOf, scopeOf } from '../reading/query';
import { type Call, docField, type Handler, namespaceOf } from '../service';

/** `findAndModify`: one document found, changed or removed, and given back, as one step no other write comes between. */
export const findAndModify: Handler = (call) => {
  const { command } = call;
  const removing = command.remove === true;
  if (removing === (command.update !== undefined))
    throw new StoreError(ErrorCode.FailedToParse, 'Either an update or remove=true must be specified');
  if (removing && (command.upsert === true || command.new === true)) {
    throw new StoreError(ErrorCode.FailedToParse, 'Cannot specify upsert=true or new=true together with remove=true');
  }
  const query = { ...queryOf(command, 'query'), limit: 1 };
  const show = projector(command, query);
  return call.service.store.write(() => (removing ? removeOne(call, query, show) : updateOne(call, query, show)));
};

function projector(command: Doc, { scope }: Query): (doc: Doc) => Doc {
  const fields = docField(command, 'fields');
  return Object.keys(fields).length > 0 ? compileProjection(fields, 'find', scope) : (doc) => doc;
}

function removeOne(call: Call, query: Query, show: (doc: Doc) => Doc): Doc {
  const collection = call.service.store.find(namespaceOf(call));
  const [found] = runQuery(collection, query);
  if (found) collection?.remove(found.doc);
  return { lastErrorObject: { n: found ? 1 : 0 }, value: found ? show(found.doc) : null };
}

function updateOne(call: Call, query: Query, show: (doc: Doc) => Doc): Doc {
  const { command } = call;
  const updater = updaterOf(command, query);
  const collection = call.service.store.find(namespaceOf(call));
  const [found] = runQuery(collection, query);
  if (!found || !collection) return command.upsert === true ? upsertOne(call, query, updater, show) : nothing();
  const after = updater(found.doc, false);
  if (!encode(found.doc).equals(encode(after))) collection.replace(found.doc, after);
  return { lastErrorObject: { n: 1, updatedExisting: true }, value: show(command.new === true ? after : found.doc) };
}

function upsertOne(call: Call, query: Query, updater: Updater, show: (doc: Doc) => Doc): Doc {
  const doc = withId(upserted(query.filter, call.command.update, updater));
  call.service.store.findOrCreate(namespaceOf(call)).insert(doc);
  const value = call.command.new === true ? show(doc) : null;
  return { lastErrorObject: { n: 1, updatedExisting: false, upserted: doc._id }, value };
}

function nothing(): Doc {
  return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
}

function updaterOf(command: Doc, query: Query): Updater {
  const scope = scopeOf(command);
  return compileUpdate({
    update: command.update,
    filter: query.filter,
    arrayFilters: command.arrayFilters,
    context: { strings: query.strings, scope },
    scope,
  });
}
