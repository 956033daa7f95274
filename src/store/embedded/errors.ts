/** MongoDB's error codes, as far as this store answers with them. Drivers and mongoose branch on the numbers. */
export const ErrorCode = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IllegalOperation: 20,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidLength: 16,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  NotAReplicaSet: 123,
  DocumentValidationFailure: 121,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  OperationNotSupportedInTransaction: 263,
  APIVersionError: 322,
  APIStrictError: 323,
  QueryExceededMemoryLimit: 292,
  ObjectTooLarge: 10334,
  DuplicateKey: 11000,
  KeyTooLong: 17280,
  ResultTooLarge: 17419,
  InvalidSortOrder: 15975,
  InvalidGroup: 15947,
  PipelineStageOneField: 40323,
  UnknownStage: 40324,
  InvalidRegex: 51091,
} as const;

const nameOf = new Map<number, string>(Object.entries(ErrorCode).map(([name, code]) => [code, name]));

/** A refusal the client is told about; `extra` joins the reply (e.g. `keyPattern` of a duplicate key). */
export class StoreError extends Error {
  readonly codeName: string;

  constructor(
    readonly code: number,
    message: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'StoreError';
    this.codeName = nameOf.get(code) ?? `Location${code}`;
  }
}

/** Ends the connection instead of answering. */
export class HangUp extends Error {}

/** Refuses a value the client sent. */
export function badValue(message: string): StoreError {
  return new StoreError(ErrorCode.BadValue, message);
}

/** Refuses what MongoDB could do and this store does not do right. */
export function notSupported(what: string): StoreError {
  return new StoreError(
    ErrorCode.CommandNotSupported,
    `${what} is not supported by the embedded store; set MONGODB_URI`,
  );
}
