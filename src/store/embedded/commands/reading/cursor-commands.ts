import { ErrorCode, StoreError } from '../../errors';
import type { Handler } from '../service';
import { batchSizeOf } from './query';

export const getMore: Handler = ({ service, db, target, command }) => {
  const batchSize = batchSizeOf(command);
  // Zero means all there is, as when it is left out.
  return service.cursors.more(cursorId(target), `${db}.${String(command.collection)}`, batchSize || undefined);
};

export const killCursors: Handler = ({ service, command }) => {
  const ids = (Array.isArray(command.cursors) ? command.cursors : []).map(cursorId);
  const cursorsKilled = ids.filter((id) => service.cursors.kill(id));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
};

function cursorId(value: unknown): bigint {
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return BigInt(value);
  throw new StoreError(ErrorCode.TypeMismatch, 'a cursor id must be an int64');
}
