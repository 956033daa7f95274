import type { Doc } from '../bson/value';
import { isDoc, isNumeric, own } from '../bson/value';
import { ErrorCode, HangUp, notSupported, StoreError } from '../errors';
import type { Reply } from '../wire/reply';
import { aggregate } from './aggregate';
import { refuseOutsideApi } from './api-version';
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './collections';
import { count, distinct } from './count';
import { getMore, killCursors } from './cursor-commands';
import { explain } from './explain';
import { configureFailPoint } from './fail-points';
import { refuseUnknownFields } from './fields';
import { find } from './find';
import { findAndModify } from './find-and-modify';
import { buildInfo, connectionStatus, hello, ping } from './handshake';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import type { Call, Handler, Service } from './service';
import { acceptSessions, startSession } from './sessions';
import { insert, remove, update } from './write';

/** Every command there is, by the name it has on the wire. */
const handlers: Readonly<Record<string, Handler>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  startSession,
  endSessions: acceptSessions,
  refreshSessions: acceptSessions,
  killSessions: acceptSessions,
  connectionStatus,
  configureFailPoint,
  insert,
  update,
  delete: remove,
  find,
  getMore,
  killCursors,
  findAndModify,
  findandmodify: findAndModify,
  count,
  distinct,
  aggregate,
  explain,
  create,
  drop,
  renameCollection,
  dropDatabase,
  listCollections,
  listDatabases,
  createIndexes,
  listIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
};

/** Commands MongoDB has and this store has not: told apart from misspelt ones. */
const REFUSED = [
  ...['abortTransaction', 'commitTransaction', 'bulkWrite', 'mapReduce', 'geoSearch'],
  ...['saslStart', 'saslContinue', 'authenticate', 'logout', 'createUser', 'dropUser', 'usersInfo', 'createRole'],
  ...['collMod', 'convertToCapped', 'cloneCollectionAsCapped', 'compact', 'validate', 'reIndex', 'dbHash'],
  ...[
    'replSetGetStatus',
    'serverStatus',
    'currentOp',
    'killOp',
    'fsync',
    'shutdown',
    'getLog',
    'profile',
    'setParameter',
    'getParameter',
  ],
  ...['getCmdLineOpts', 'hostInfo', 'top', 'dbStats', 'collStats', 'createSearchIndexes', 'listSearchIndexes'],
];

/**
 * Runs a command.
 * @returns the whole reply, refusals included
 * @throws HangUp when there is to be none
 */
export async function dispatch(service: Service, command: Doc, connectionId: number): Promise<Reply> {
  try {
    return { ...(await run(service, command, connectionId)), ok: 1 };
  } catch (error) {
    if (error instanceof HangUp) throw error;
    return toErrorReply(error);
  }
}

async function run(service: Service, command: Doc, connectionId: number): Promise<Reply> {
  const [name = ''] = Object.keys(command);
  const handler = own(handlers, name) as Handler | undefined;
  if (!handler)
    throw REFUSED.includes(name)
      ? notSupported(`the command ${name}`)
      : new StoreError(ErrorCode.CommandNotFound, `no such command: '${name}'`);
  const db = command.$db;
  if (typeof db !== 'string' || !/^[^/\\. "$\0]{1,63}$/.test(db))
    throw new StoreError(ErrorCode.InvalidNamespace, `Invalid database name: '${String(db)}'`);
  refuseOutsideApi(name, command);
  refuseUnknownFields(name, command);
  refuseConcerns(command);
  const call: Call = { service, db, command, target: command[name], connectionId };
  const fault = await service.failPoints?.meet(name);
  return { ...(await handler(call)), ...fault };
}

/** What asks for guarantees only a replica set can give is refused rather than ignored. */
function refuseConcerns(command: Doc): void {
  if (command.txnNumber !== undefined || command.startTransaction !== undefined || command.autocommit !== undefined) {
    throw new StoreError(
      ErrorCode.IllegalOperation,
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  const { writeConcern, readConcern } = command;
  const w = isDoc(writeConcern) ? writeConcern.w : undefined;
  if ((isNumeric(w) && Number(w) > 1) || (typeof w === 'string' && w !== 'majority')) {
    throw new StoreError(ErrorCode.BadValue, "cannot use non-majority 'w' mode when a host is not replicated");
  }
  const level = isDoc(readConcern) ? readConcern.level : undefined;
  if (level === 'snapshot' || level === 'linearizable')
    throw new StoreError(
      ErrorCode.NotAReplicaSet,
      `node needs to be a replica set member to use read concern ${level}`,
    );
}

/** @returns the reply that tells a client of an error; what is not a refusal is a fault of ours and told as such */
export function toErrorReply(error: unknown): Reply {
  if (error instanceof StoreError)
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  process.stderr.write(`embedded store: ${(error as Error).stack}\n`);
  return {
    ok: 0,
    errmsg: `internal error: ${(error as Error).message}`,
    code: ErrorCode.InternalError,
    codeName: 'InternalError',
  };
}
