import { MulterError } from 'multer';
import { AppError, BadRequest, InvalidInput, NotFound, TooLarge, UnsupportedType } from '../errors';

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
  const status = statusOf(thrown);
  if (isKnownError(thrown) || status === undefined || status >= 500) return thrown;
  if (status === 413) return new TooLarge('error.tooLarge');
  if (status === 415) return new UnsupportedType('error.badRequest');
  return status === 404 ? new NotFound() : new BadRequest('error.badRequest');
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
