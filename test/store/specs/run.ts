import { AbstractCursor, ClientSession, Collection, Db, type Document, GridFSBucket, MongoClient } from 'mongodb';
import { createEntities, isKnownEntity } from './entities';
import { errorMismatch } from './errors';
import { eventMismatch } from './events';
import type { CollectionData, Operation, SpecFile, SpecTest } from './format';
import { type Entities, mismatch } from './match';
import type { Run } from './operations/arguments';
import { bucketOperations, cursorOperations } from './operations/bucket';
import { collectionOperations } from './operations/collection';
import { clientOperations, databaseOperations, sessionOperations } from './operations/database';
import { isRunnerOperation, runnerOperations } from './operations/runner';
import type { World } from './world';

type Operations = Readonly<Record<string, Run<never>>>;

/** Kinds of things a test may call operations on. */
const kinds: readonly (readonly [abstract new (...args: never[]) => object, Operations])[] = [
  [Collection, collectionOperations as Operations],
  [Db, databaseOperations as Operations],
  [MongoClient, clientOperations as Operations],
  [ClientSession, sessionOperations as Operations],
  [GridFSBucket, bucketOperations as Operations],
  [AbstractCursor, cursorOperations as Operations],
];

/** Whether the driver has all a test needs; what it does not have it cannot send to any server. */
export function isSendable({ createEntities: entities = [] }: SpecFile, test: SpecTest): boolean {
  if (test.expectLogMessages || test.expectTracingMessages) return false;
  return entities.every(isKnownEntity) && test.operations.every(isKnownOperation);
}

function isKnownOperation(operation: Operation): boolean {
  if (operation.object === 'testRunner') return isRunnerOperation(operation);
  return kinds.some(([, operations]) => Object.hasOwn(operations, operation.name));
}

/**
 * Runs one test against the server of `uri`.
 * @throws Error saying what was not as the test expects
 */
export async function runSpecTest(uri: string, file: SpecFile, test: SpecTest): Promise<void> {
  const world: World = {
    uri,
    setup: await MongoClient.connect(uri),
    entities: new Map(),
    events: [],
    failPoints: new Set(),
  };
  try {
    for (const data of file.initialData ?? []) await putData(world.setup, data);
    await createEntities(world, file.createEntities ?? []);
    world.events.length = 0;
    for (const operation of test.operations) await checkOperation(operation, world);
    for (const expected of test.expectEvents ?? []) refuse(eventMismatch(expected, world.events, world.entities));
    for (const data of test.outcome ?? []) await checkOutcome(world, data);
  } finally {
    await endWorld(world);
  }
}

async function putData(setup: MongoClient, data: CollectionData): Promise<void> {
  const db = setup.db(data.databaseName);
  await db.collection(data.collectionName).drop();
  if (data.documents.length === 0 || data.createOptions)
    await db.createCollection(data.collectionName, data.createOptions);
  if (data.documents.length > 0)
    await db.collection(data.collectionName).insertMany(data.documents.map((doc) => ({ ...doc })));
}

async function endWorld({ setup, entities, failPoints }: World): Promise<void> {
  for (const name of failPoints) await setup.db('admin').command({ configureFailPoint: name, mode: 'off' });
  for (const entity of entities.values()) if (entity instanceof ClientSession) await entity.endSession();
  for (const entity of entities.values()) if (entity instanceof MongoClient) await entity.close();
  await setup.close();
}

async function checkOperation(operation: Operation, world: World): Promise<void> {
  const { entities } = world;
  const outcome = await runOperation(operation, world).then(
    (result) => ({ result, error: undefined }),
    (error: Error) => ({ result: undefined, error }),
  );
  if (operation.ignoreResultAndError) return;
  if (operation.expectError) {
    refuse(errorMismatch(operation.expectError, outcome.error, entities));
    return;
  }
  if (outcome.error) throw outcome.error;
  if (operation.saveResultAsEntity) entities.set(operation.saveResultAsEntity, outcome.result);
  if ('expectResult' in operation) refuse(mismatch(operation.expectResult, outcome.result, entities));
}

async function runOperation({ name, object, arguments: args = {} }: Operation, world: World): Promise<unknown> {
  if (object === 'testRunner') return runnerOperations[name]?.(world, args);
  const target = world.entities.get(object);
  const operations = kinds.find(([kind]) => target instanceof kind)?.[1];
  const run = operations && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!run) throw new Error(`there is no ${name} on ${object}`);
  return plainResult(await run(target as never, withSession(args, world.entities), world.entities));
}

/** A session is given by its name. */
function withSession(args: Document, entities: Entities): Document {
  return typeof args.session === 'string' ? { ...args, session: entities.get(args.session) } : args;
}

/** The driver's results keep their ids under other names, and a write's acknowledgement beside them. */
function plainResult(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('insertedCount' in result) || !('upsertedIds' in result))
    return result;
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds } =
    result as Document;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}

async function checkOutcome({ setup, entities }: World, data: CollectionData): Promise<void> {
  const collection = setup.db(data.databaseName).collection(data.collectionName);
  refuse(mismatch(data.documents, await collection.find({}, { sort: { _id: 1 } }).toArray(), entities));
}

function refuse(reason: string | undefined): void {
  if (reason) throw new Error(reason);
}
