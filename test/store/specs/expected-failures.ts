/** What a test of MongoDB's specification asks for that is not to be had, and from whom it would be. */
interface ExpectedFailure {
  readonly of: 'driver' | 'store';
  readonly reason: string;
}

const nullId: ExpectedFailure = { of: 'driver', reason: 'the driver itself replaces an _id of null' };
const omitted: ExpectedFailure = {
  of: 'driver',
  reason: 'the driver does not send bypassDocumentValidation when it is false',
};
const sessions: ExpectedFailure = { of: 'store', reason: 'sessions are accepted but not kept, so none are listed' };
const validators: ExpectedFailure = { of: 'store', reason: 'validators are refused; mongoose and the forms validate' };
const views: ExpectedFailure = { of: 'store', reason: 'views are refused' };
const kinds: ExpectedFailure = { of: 'store', reason: 'clustered and time-series collections are refused' };

/**
 * Tests that do not pass, by file and name, or by file where no test of it does. A test that passes must leave.
 * Files that are not in the folder at hand may be named.
 */
const expected: Readonly<Record<string, ExpectedFailure>> = {
  'bypassDocumentValidation.json: Aggregate with $out passes bypassDocumentValidation: false': omitted,
  'bypassDocumentValidation.json: BulkWrite passes bypassDocumentValidation: false': omitted,
  'bypassDocumentValidation.json: FindOneAndReplace passes bypassDocumentValidation: false': omitted,
  'bypassDocumentValidation.json: FindOneAndUpdate passes bypassDocumentValidation: false': omitted,
  'bypassDocumentValidation.json: InsertMany passes bypassDocumentValidation: false': omitted,
  'clustered-indexes.json': kinds,
  'create-null-ids.json: inserting _id with type null via insertOne': nullId,
  'create-null-ids.json: inserting _id with type null via insertMany': nullId,
  'create-null-ids.json: inserting _id with type null via replaceOne': nullId,
  'create-null-ids.json: inserting _id with type null via bulkWrite': nullId,
  'db-aggregate.json: Aggregate with $listLocalSessions': sessions,
  'db-aggregate.json: Aggregate with $listLocalSessions and allowDiskUse': sessions,
  'estimatedDocumentCount.json: estimatedDocumentCount works correctly on views': views,
  'findOneAndUpdate-errorResponse.json: findOneAndUpdate document validation errInfo is accessible': validators,
  'timeseries-collection.json': kinds,
};

/** @returns why a test is expected to fail, or undefined when it has to pass */
export function expectedFailure(file: string, description: string): ExpectedFailure | undefined {
  return expected[file] ?? expected[`${file}: ${description}`];
}

/** Names of tests the list has for files that do not have them. @param tests `file: description` of all there are */
export function staleFailures(tests: readonly string[]): string[] {
  const files = new Set(tests.map((name) => name.split(': ')[0]));
  return Object.keys(expected).filter(
    (name) => name.includes(': ') && files.has(name.split(': ')[0]) && !tests.includes(name),
  );
}
