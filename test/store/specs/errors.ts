import { type Document, MongoBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import { type Entities, mismatch } from './match';

/**
 * Compares an error with what a test expects of it.
 * @returns why it does not match, or undefined
 */
export function errorMismatch(expected: Document, error: Error | undefined, entities: Entities): string | undefined {
  if (!error) return 'an error was expected';
  const checks: readonly (string | undefined | false)[] = [
    expected.isClientError !== undefined &&
      expected.isClientError === error instanceof MongoServerError &&
      `expected ${expected.isClientError ? 'a client' : 'a server'} error, got ${error.name}: ${error.message}`,
    textMismatch(expected.errorContains, error),
    codeMismatch(expected, error as MongoServerError),
    labelMismatch(expected, error),
    expected.errorResponse &&
      mismatch(expected.errorResponse, (error as MongoServerError).errorResponse ?? error, entities),
    expected.expectResult &&
      mismatch(expected.expectResult, error instanceof MongoBulkWriteError ? bulkResult(error) : {}, entities),
  ];
  return checks.find((reason): reason is string => typeof reason === 'string');
}

function textMismatch(text: string | undefined, { message }: Error): string | undefined {
  if (!text || message.toLowerCase().includes(text.toLowerCase())) return undefined;
  return `'${message}' does not contain '${text}'`;
}

function codeMismatch({ errorCode, errorCodeName }: Document, error: MongoServerError): string | undefined {
  const { code, codeName = error.errorResponse?.codeName, message } = error;
  if (errorCode !== undefined && code !== errorCode) return `expected code ${errorCode}, got ${code}: ${message}`;
  if (errorCodeName !== undefined && codeName !== errorCodeName)
    return `expected ${errorCodeName}, got ${codeName}: ${message}`;
  return undefined;
}

function labelMismatch({ errorLabelsContain = [], errorLabelsOmit = [] }: Document, error: Error): string | undefined {
  const has = (label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label);
  const missing = (errorLabelsContain as string[]).find((label) => !has(label));
  const unwanted = (errorLabelsOmit as string[]).find(has);
  return (missing ?? unwanted) && `the label ${missing ?? unwanted} is ${missing ? 'missing' : 'there'}`;
}

function bulkResult({ result, insertedIds }: MongoBulkWriteError): Document {
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds } = result;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}
