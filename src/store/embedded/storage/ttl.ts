import { decode } from '../bson/codec';
import { rangeOf, turned } from '../plan/interval';
import type { IndexMeta } from './catalog';
import type { Collection } from './collection';
import type { Store } from './store';

/** Removed per transaction, so that other writers come in between. */
const BATCH = 500;

/** Removes what its TTL indexes have let expire. */
export async function sweepExpired(store: Store, now: Date): Promise<void> {
  for (const { namespace, indexes } of store.catalog.all()) {
    for (const index of indexes)
      if (index.expireAfterSeconds !== undefined) await sweepIndex(store, namespace, index, now);
  }
}

async function sweepIndex(store: Store, namespace: string, index: IndexMeta, now: Date): Promise<void> {
  let removed: number;
  do {
    removed = await store.write(() => removeExpired(store.find(namespace), index, now));
  } while (removed === BATCH);
}

function removeExpired(collection: Collection | undefined, index: IndexMeta, now: Date): number {
  if (!collection) return 0;
  const expired = [...expiredIds(collection, index, now)];
  for (const id of expired) {
    const bytes = collection.get(id);
    if (bytes) collection.remove(decode(bytes));
  }
  return expired.length;
}

/** Documents whose date (of several the earliest) has passed; values that are no dates never expire. */
function expiredIds(collection: Collection, index: IndexMeta, now: Date): Set<Buffer> {
  const limit = new Date(now.getTime() - Number(index.expireAfterSeconds) * 1000);
  const passed = turned(rangeOf('$lte', limit), index.directions[0] ?? 1);
  const ids = new Map<string, Buffer>();
  for (const { value } of collection.scanIndex(index, passed)) {
    ids.set(value.toString('latin1'), value);
    if (ids.size === BATCH) break;
  }
  return new Set(ids.values());
}
