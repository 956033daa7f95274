import { deserialize, serialize } from 'bson';
import {
  type CommandStartedEvent,
  type CommandSucceededEvent,
  type Document,
  MongoBulkWriteError,
  MongoClient,
  MongoServerError,
} from 'mongodb';
import type { CollectionData, Operation, SpecFile, SpecTest } from './format';
import { type Entities, mismatch } from './match';
import { runOperation } from './operations';

type Event = {
  readonly kind: string;
  readonly client: string;
  readonly event: CommandStartedEvent | CommandSucceededEvent;
};

/**
 * Runs one test against the server of `uri`.
 * @throws Error saying what was not as the test expects
 */
export async function runSpecTest(
  uri: string,
  { createEntities = [], initialData = [] }: SpecFile,
  test: SpecTest,
): Promise<void> {
  const events: Event[] = [];
  const entities: Entities = new Map();
  const setup = await MongoClient.connect(uri);
  try {
    for (const data of initialData) await putData(setup, data);
    for (const entity of createEntities) await createEntity(uri, entity, entities, events);
    events.length = 0;
    for (const operation of test.operations) await checkOperation(operation, entities);
    checkEvents(test, events, entities);
    for (const data of test.outcome ?? []) await checkOutcome(setup, data, entities);
  } finally {
    for (const entity of entities.values()) if (entity instanceof MongoClient) await entity.close();
    await setup.close();
  }
}

async function putData(
  client: MongoClient,
  { databaseName, collectionName, documents }: CollectionData,
): Promise<void> {
  const db = client.db(databaseName);
  await db.collection(collectionName).drop();
  if (documents.length > 0) await db.collection(collectionName).insertMany(documents.map((doc) => ({ ...doc })));
  else await db.createCollection(collectionName);
}

async function createEntity(uri: string, entity: Document, entities: Entities, events: Event[]): Promise<void> {
  const [[kind = '', spec = {}] = []] = Object.entries(entity) as [string, Document][];
  if (kind === 'client') entities.set(spec.id, await createClient(uri, spec, events));
  else if (kind === 'database')
    entities.set(spec.id, (entities.get(spec.client) as MongoClient).db(spec.databaseName, spec.databaseOptions));
  else if (kind === 'collection') {
    const db = entities.get(spec.database) as ReturnType<MongoClient['db']>;
    entities.set(spec.id, db.collection(spec.collectionName, spec.collectionOptions));
  } else throw new Error(`the runner does not know entities of kind ${kind}`);
}

async function createClient(uri: string, spec: Document, events: Event[]): Promise<MongoClient> {
  const client = await MongoClient.connect(uri, { monitorCommands: true, ...spec.uriOptions });
  const observed: readonly string[] = spec.observeEvents ?? [];
  for (const name of ['commandStarted', 'commandSucceeded', 'commandFailed'] as const) {
    if (observed.includes(`${name}Event`))
      client.on(name, (event: unknown) =>
        events.push({ kind: `${name}Event`, client: spec.id, event: event as CommandStartedEvent }),
      );
  }
  return client;
}

async function checkOperation(operation: Operation, entities: Entities): Promise<void> {
  const outcome = await runOperation(operation, entities).then(
    (result) => ({ result, error: undefined }),
    (error: Error) => ({ result: undefined, error }),
  );
  if (operation.ignoreResultAndError) return;
  if (operation.expectError) return checkError(operation.expectError, outcome.error, entities);
  if (outcome.error) throw outcome.error;
  if (operation.saveResultAsEntity) entities.set(operation.saveResultAsEntity, outcome.result);
  if ('expectResult' in operation) refuse(mismatch(operation.expectResult, outcome.result, entities));
}

function checkError(expected: Document, error: Error | undefined, entities: Entities): void {
  if (!error) throw new Error('an error was expected');
  const fromServer = error instanceof MongoServerError;
  if (expected.isClientError !== undefined && expected.isClientError === fromServer)
    throw new Error(`expected a client error, got ${error.name}: ${error.message}`);
  const text = expected.errorContains as string | undefined;
  if (text && !error.message.toLowerCase().includes(text.toLowerCase()))
    throw new Error(`'${error.message}' does not contain '${text}'`);
  const { code, errorResponse } = error as MongoServerError;
  if (expected.errorCode !== undefined && code !== expected.errorCode)
    throw new Error(`expected code ${expected.errorCode}, got ${code}: ${error.message}`);
  if (expected.errorResponse) refuse(mismatch(expected.errorResponse, errorResponse ?? error, entities));
  if (expected.expectResult)
    refuse(mismatch(expected.expectResult, error instanceof MongoBulkWriteError ? bulkResult(error) : {}, entities));
}

function bulkResult({ result, insertedIds }: MongoBulkWriteError): Document {
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds } = result;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}

function checkEvents({ expectEvents = [] }: SpecTest, events: readonly Event[], entities: Entities): void {
  for (const { client, events: expected, ignoreExtraEvents } of expectEvents) {
    const seen = events.filter((event) => event.client === client);
    if (!ignoreExtraEvents && seen.length !== expected.length)
      throw new Error(`expected ${expected.length} events, saw ${seen.length}`);
    for (const [i, wanted] of expected.entries()) {
      const [[kind = '', fields = {}] = []] = Object.entries(wanted) as [string, Document][];
      if (seen[i]?.kind !== kind) throw new Error(`event ${i} is ${seen[i]?.kind}, not ${kind}`);
      for (const [name, value] of Object.entries(fields))
        refuse(mismatch(value, asSent(seen[i].event)[name], entities));
    }
  }
}

/** The driver keeps some documents as a Map; what counts is what they are on the wire. */
function asSent(event: CommandStartedEvent | CommandSucceededEvent): Document {
  const { commandName, databaseName, command, reply } = event as Document;
  return deserialize(serialize({ commandName, databaseName, command, reply }, { ignoreUndefined: true }), {
    promoteLongs: false,
  });
}

async function checkOutcome(
  client: MongoClient,
  { databaseName, collectionName, documents }: CollectionData,
  entities: Entities,
): Promise<void> {
  const found = await client
    .db(databaseName)
    .collection(collectionName)
    .find({}, { sort: { _id: 1 } })
    .toArray();
  refuse(mismatch(documents, found, entities));
}

function refuse(reason: string | undefined): void {
  if (reason) throw new Error(reason);
}
