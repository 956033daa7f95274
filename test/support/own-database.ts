import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';

/** @returns URI of a database nobody else has, on the one server of the run (see `global-setup.ts`) */
export function ownDatabase(): string {
  const { MONGODB_URI } = process.env;
  if (!MONGODB_URI) throw new Error('MONGODB_URI is not set: the global setup of Jest did not run');
  const [, server, , query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/]+)(\/[^?]*)?(\?.*)?$/.exec(MONGODB_URI) ?? [];
  return `${server}/fundus_test_${randomBytes(6).toString('hex')}${query}`;
}

/**
 * The same for an application that could as well bring its own store.
 * @returns undefined when nobody named a server to test with
 */
export function ownDatabaseIfGiven(): string | undefined {
  return process.env.TEST_STORE === 'embedded' ? undefined : ownDatabase();
}

/** Leaves nothing behind of a database that another process has used. */
export async function dropDatabase(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
