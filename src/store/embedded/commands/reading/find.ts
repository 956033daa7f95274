import { encode } from '../../bson/codec';
import { decodeFields } from '../../bson/decode-fields';
import type { Doc } from '../../bson/value';
import { notSupported } from '../../errors';
import { type NeededFields, neededByProjection } from '../../query/needed-fields';
import { compileProjection } from '../../query/projection/compile';
import { type Found, type Query, runQuery } from '../../query/run';
import { docField, type Handler, namespaceOf, numberField } from '../service';
import { batchSizeOf, queryOf } from './query';

/** Options of `find` this store has not. */
export const REFUSED_FIND = ['tailable', 'awaitData', 'min', 'max', 'returnKey', 'showRecordId', 'oplogReplay'];

/** `find`: filter, sort, projection, skip, limit; the first batch and perhaps a cursor. */
export const find: Handler = (call) => {
  const { command, service } = call;
  const refused = REFUSED_FIND.find((name) => command[name] !== undefined && command[name] !== false);
  if (refused) throw notSupported(`find with ${refused}`);
  const namespace = namespaceOf(call);
  const query = findQuery(command);
  const found = runQuery(service.store.find(namespace), query);
  const single = command.singleBatch === true || numberField(command, 'limit', 0) < 0;
  return service.cursors.start(namespace, projected(found, command, query), batchSizeOf(command), single);
};

/** A negative limit means its absolute in one batch. */
export function findQuery(command: Doc): Query {
  return { ...queryOf(command, 'filter'), limit: Math.abs(numberField(command, 'limit', 0)) };
}

/** Without a projection the stored bytes go out as they are. */
function projected(found: Iterable<Found>, command: Doc, { scope }: Query): Iterable<Buffer> {
  const projection = docField(command, 'projection');
  const project = Object.keys(projection).length > 0 ? compileProjection(projection, 'find', scope) : undefined;
  return project ? seen(found, project, neededByProjection(projection)) : whole(found);
}

function* whole(found: Iterable<Found>): Generator<Buffer> {
  for (const { bytes } of found) yield bytes;
}

function* seen(found: Iterable<Found>, project: (doc: Doc) => Doc, needed: NeededFields): Generator<Buffer> {
  for (const entry of found) yield encode(project(needed ? decodeFields(entry.bytes, needed) : entry.doc));
}
