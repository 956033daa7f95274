import { type Db, type Document, GridFSBucket, MongoClient } from 'mongodb';
import { concerns } from './operations/arguments';
import type { World } from './world';

/** Commands no test wants to hear of: those that only prepare it. */
const UNHEARD = ['configureFailPoint', 'saslStart', 'saslContinue', 'authenticate', 'getnonce'];

const makers: Readonly<Record<string, (world: World, spec: Document) => unknown>> = {
  client: createClient,
  database: ({ entities }, { client, databaseName, databaseOptions = {} }) =>
    (entities.get(client) as MongoClient).db(databaseName, concerns(databaseOptions)),
  collection: ({ entities }, { database, collectionName, collectionOptions = {} }) =>
    (entities.get(database) as Db).collection(collectionName, concerns(collectionOptions)),
  session: ({ entities }, { client, sessionOptions = {} }) => {
    const { defaultTransactionOptions, ...others } = sessionOptions as Document;
    return (entities.get(client) as MongoClient).startSession({
      ...others,
      ...(defaultTransactionOptions ? { defaultTransactionOptions: concerns(defaultTransactionOptions) } : {}),
    });
  },
  bucket: ({ entities }, { database, bucketOptions = {} }) =>
    new GridFSBucket(entities.get(database) as Db, concerns(bucketOptions)),
};

/** Whether things of this kind can be made. */
export function isKnownEntity(entity: Document): boolean {
  return Object.keys(entity).every((kind) => Object.hasOwn(makers, kind));
}

/** Makes the named things a test works with. */
export async function createEntities(world: World, list: readonly Document[]): Promise<void> {
  for (const entity of list) {
    const [[kind = '', spec = {}] = []] = Object.entries(entity) as [string, Document][];
    world.entities.set(spec.id, await makers[kind]?.(world, spec));
  }
}

async function createClient({ uri, events }: World, spec: Document): Promise<MongoClient> {
  const { readPreference, readConcernLevel, ...uriOptions }: Document = spec.uriOptions ?? {};
  const client = new MongoClient(uri, {
    monitorCommands: true,
    ...uriOptions,
    ...(readPreference ? { readPreference } : {}),
    ...(readConcernLevel ? { readConcern: { level: readConcernLevel } } : {}),
    ...(spec.serverApi ? { serverApi: spec.serverApi } : {}),
  });
  for (const kind of (spec.observeEvents ?? []) as string[]) listen(client, kind, spec, events);
  return client.connect();
}

function listen(client: MongoClient, kind: string, spec: Document, events: World['events']): void {
  const ignored = [...(spec.ignoreCommandMonitoringEvents ?? []), ...UNHEARD];
  client.on(driverEvent(kind) as never, (event: Document) => {
    if (!ignored.includes(event.commandName)) events.push({ kind, client: spec.id, event });
  });
}

/** `poolReadyEvent` is the driver's `connectionPoolReady`. */
function driverEvent(kind: string): string {
  const name = kind.replace(/Event$/, '');
  return name.startsWith('pool') ? `connectionP${name.slice(1)}` : name;
}
