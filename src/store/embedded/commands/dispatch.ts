import type { Doc } from '../bson/value';
import { isDoc, isNumeric, own } from '../bson/value';
import { ErrorCode, HangUp, notSupported, StoreError } from '../errors';
import type { Reply } from '../wire/reply';
import { refuseOutsideApi } from './connection/api-version';
import { configureFailPoint } from './connection/fail-points';
import { buildInfo, connectionStatus, hello, ping } from './connection/handshake';
import { acceptSessions, startSession } from './connection/sessions';
import { refuseUnknownFields } from './fields';
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './managing/collections';
import { createIndexes, dropIndexes, listIndexes } from './managing/indexes';
import { aggregate } from './reading/aggregate';
import { count, distinct } from './reading/count';
import { getMore, killCursors } from './reading/cursor-commands';
import { explain } from './reading/explain';
import { find } from './reading/find';
import { REFUSED_COMMANDS } from './refused';
import type { Call, Handler, Service } from './service';
import { findAndModify } from './writing/find-and-modify';
import { insert, remove, update } from './writing/write';

/** Every command there is, by the name it has on the wire. */
export const handlers: Readonly<Record<string, Handler>> = {
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
    throw REFUSED_COMMANDS.has(name)
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
