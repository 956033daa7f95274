import type { mongo } from 'mongoose';

/** A collection that is there from before the first to after the last step of a restore. */
const mark = 'restoring';

/**
 * Refuses a database that is only a part of what was backed up.
 * @param collections all there are
 * @throws Error while a restore is under way or when one was interrupted
 */
export function refuseHalfRestored(collections: readonly { readonly name: string }[]): void {
  if (!isHalfRestored(collections)) return;
  throw new Error('A restore into this database has not been finished. Run it again with --replace.');
}

/** @returns whether a restore is under way or was interrupted */
export function isHalfRestored(collections: readonly { readonly name: string }[]): boolean {
  return collections.some(({ name }) => name === mark);
}

/**
 * Marks a database as being restored; dropping everything but this is what a restore begins with.
 * @param stays asked of collections that are not dropped
 */
export async function markRestore(db: mongo.Db, stays: (collection: { name: string }) => boolean): Promise<void> {
  await db.collection(mark).insertOne({ startedAt: new Date() }, { writeConcern: { w: 'majority' } });
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name !== mark && !name.startsWith('system.') && !stays({ name })) await db.dropCollection(name);
}

/** Says that all is restored. */
export async function unmarkRestore(db: mongo.Db): Promise<void> {
  await db.dropCollection(mark, { writeConcern: { w: 'majority' } });
}
