import type { Doc } from '../../bson/value';
import { ErrorCode, StoreError } from '../../errors';

/** Commands of the stable API's only version. */
const VERSION_1 = new Set([
  ...['aggregate', 'count', 'create', 'createIndexes', 'delete', 'drop', 'dropDatabase', 'dropIndexes', 'endSessions'],
  ...['explain', 'find', 'findAndModify', 'getMore', 'hello', 'insert', 'killCursors', 'listCollections'],
  ...['listDatabases', 'listIndexes', 'ping', 'refreshSessions', 'update'],
]);

/** @throws StoreError for another version, and in strict mode for commands the version does not have */
export function refuseOutsideApi(name: string, { apiVersion, apiStrict, apiDeprecationErrors }: Doc): void {
  if (apiVersion === undefined) {
    if (apiStrict === undefined && apiDeprecationErrors === undefined) return;
    throw new StoreError(
      ErrorCode.InvalidOptions,
      'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion',
    );
  }
  if (apiVersion !== '1') throw new StoreError(ErrorCode.APIVersionError, 'API version must be "1"');
  if (apiStrict === true && !VERSION_1.has(name))
    throw new StoreError(
      ErrorCode.APIStrictError,
      `Provided apiStrict:true, but the command ${name} is not in API Version 1`,
    );
}
