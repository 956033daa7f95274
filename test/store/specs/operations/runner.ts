import { isDeepStrictEqual } from 'node:util';
import type { ClientSession, Document, MongoClient } from 'mongodb';
import { createEntities } from '../entities';
import type { Operation } from '../format';
import type { World } from '../world';

type RunnerOperation = (world: World, args: Document) => unknown;

/** What a test asks the runner itself to do or to see. */
export const runnerOperations: Readonly<Record<string, RunnerOperation>> = {
  failPoint: ({ entities, setup, failPoints }, { client, failPoint }) => {
    failPoints.add(failPoint.configureFailPoint);
    return ((entities.get(client) as MongoClient | undefined) ?? setup).db('admin').command(failPoint);
  },
  createEntities: (world, { entities }) => createEntities(world, entities),
  assertCollectionExists: async (world, args) => check(await hasCollection(world, args), 'the collection is missing'),
  assertCollectionNotExists: async (world, args) =>
    check(!(await hasCollection(world, args)), 'the collection is there'),
  assertIndexExists: async (world, args) => check(await hasIndex(world, args), 'the index is missing'),
  assertIndexNotExists: async (world, args) => check(!(await hasIndex(world, args)), 'the index is there'),
  assertSameLsidOnLastTwoCommands: (world, args) => check(sameSessions(world, args), 'the sessions differ'),
  assertDifferentLsidOnLastTwoCommands: (world, args) => check(!sameSessions(world, args), 'the sessions are the same'),
  assertSessionDirty: ({ entities }, { session }) =>
    check((entities.get(session) as ClientSession).serverSession.isDirty, 'the session is not dirty'),
  assertSessionNotDirty: ({ entities }, { session }) =>
    check(!(entities.get(session) as ClientSession).serverSession.isDirty, 'the session is dirty'),
  assertEventCount: (world, args) => check(eventCount(world, args) === args.count, 'another number of events'),
  waitForEvent: async (world, args) => {
    while (eventCount(world, args) < args.count) await new Promise((resolve) => setTimeout(resolve, 2));
  },
};

async function hasCollection({ setup }: World, { databaseName, collectionName }: Document): Promise<boolean> {
  return setup.db(databaseName).listCollections({ name: collectionName }).hasNext();
}

async function hasIndex({ setup }: World, { databaseName, collectionName, indexName }: Document): Promise<boolean> {
  const collection = setup.db(databaseName).collection(collectionName);
  return collection.indexExists(indexName);
}

function sameSessions({ events }: World, { client }: Document): boolean {
  const [a, b] = events
    .filter((event) => event.client === client && event.kind === 'commandStartedEvent')
    .slice(-2)
    .map(({ event }) => (event as Document).command.lsid);
  return isDeepStrictEqual(a, b);
}

function eventCount({ events }: World, { client, event: wanted }: Document): number {
  const [[kind = '', fields = {}] = []] = Object.entries(wanted) as [string, Document][];
  return events.filter(
    ({ kind: other, client: of, event }) =>
      other === kind &&
      of === client &&
      (!fields.commandName || fields.commandName === (event as Document).commandName),
  ).length;
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Whether the runner and the driver have an operation, by the kind of what it is called on. */
export function isRunnerOperation({ object, name }: Operation): boolean {
  return object === 'testRunner' && Object.hasOwn(runnerOperations, name);
}
