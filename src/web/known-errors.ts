import { mongo } from 'mongoose';
import { MulterError } from 'multer';
import { AppError, BadRequest, InvalidInput, NotFound, TooLarge, Unavailable, UnsupportedType } from '../errors';

/** @returns whether an error is an answer rather than a fault of ours */
export function isKnownError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/**
 * Translates what libraries throw about a request into our errors.
 * @returns the error itself when it is ours already, or nobody's we know
 */
export function knownError(thrown: unknown): unknown {
  if (thrown instanceof MulterError) return uploadError(thrown);
  if (isStoreGone(thrown) || isDiskFull(thrown)) return new Unavailable();
  const status = statusOf(thrown);
  if (isKnownError(thrown) || status === undefined || status >= 500) return thrown;
  if (status === 413) return new TooLarge('error.tooLarge');
  if (status === 415) return new UnsupportedType('error.badRequest');
  return status === 404 ? new NotFound() : new BadRequest('error.badRequest');
}

/** MongoDB's number for it. */
const outOfDiskSpace = 14031;

/** The driver has looked for a server that takes the command, or lost the one it spoke with. */
const goneErrors = [
  mongo.MongoServerSelectionError,
  mongo.MongoNetworkError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  // While it connects anew.
  mongo.MongoClientClosedError,
  mongo.MongoServerClosedError,
];

function isStoreGone(thrown: unknown): boolean {
  if (goneErrors.some((kind) => thrown instanceof kind) || isPoolClosed(thrown)) return true;
  // A primary that steps down says so.
  return thrown instanceof mongo.MongoServerError && thrown.hasErrorLabel('RetryableWriteError');
}

/** Of these errors the driver tells the name alone. */
function isPoolClosed(thrown: unknown): boolean {
  return thrown instanceof mongo.MongoDriverError && thrown.name === 'MongoPoolClosedError';
}

/** What the store says, and what the system says where photos are kept. */
function isDiskFull(thrown: unknown): boolean {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return code === outOfDiskSpace || code === 'ENOSPC';
}

function uploadError(error: MulterError): AppError {
  switch (error.code) {
    case 'LIMIT_FILE_SIZE':
    case 'LIMIT_FIELD_VALUE':
    case 'LIMIT_FIELD_COUNT':
    case 'LIMIT_PART_COUNT':
      return new TooLarge('error.tooLarge');
    case 'LIMIT_FILE_COUNT':
      return new InvalidInput('error.tooManyFiles', fieldOf(error, 'error.tooManyFiles'));
    default:
      return new BadRequest('error.unexpectedFile');
  }
}

function fieldOf({ field }: MulterError, key: string): Record<string, string> {
  return field ? { [field]: key } : {};
}

/** Express and the body parser say in `status` what the client did wrong. */
function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 ? status : undefined;
}
