import { Long } from 'bson';
import { ErrorCode, StoreError } from '../../errors';
import { RawArray } from '../../wire/reply';

/** A batch stays well below a message's limit, as in MongoDB. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const FIRST_BATCH = 101;
/** As MongoDB's `cursorTimeoutMillis`. */
const IDLE_MILLISECONDS = 10 * 60 * 1000;

interface OpenCursor {
  readonly namespace: string;
  readonly documents: Iterator<Buffer>;
  /** Read but did not fit into the last batch. */
  waiting: Buffer | undefined;
  lastUsed: number;
}

/** Results that did not fit into one reply, until they are fetched, killed or forgotten. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();
  private next = 1n;

  constructor(private readonly idleMilliseconds = IDLE_MILLISECONDS) {}

  /**
   * Starts to give documents to a client.
   * @param batchSize how many at first; undefined for MongoDB's default
   * @param single no cursor is kept however much is left
   */
  start(
    namespace: string,
    documents: Iterable<Buffer>,
    batchSize: number | undefined,
    single: boolean,
  ): { cursor: Record<string, unknown> } {
    const cursor: OpenCursor = {
      namespace,
      documents: documents[Symbol.iterator](),
      waiting: undefined,
      lastUsed: Date.now(),
    };
    const { batch, more } = take(cursor, batchSize ?? FIRST_BATCH);
    const id = more && !single ? this.keep(cursor) : 0n;
    if (id === 0n) close(cursor);
    return { cursor: { firstBatch: new RawArray(batch), id: Long.fromBigInt(id), ns: namespace } };
  }

  /** @throws StoreError CursorNotFound */
  more(id: bigint, namespace: string, batchSize: number | undefined): { cursor: Record<string, unknown> } {
    const cursor = this.open.get(id);
    if (!cursor || cursor.namespace !== namespace)
      throw new StoreError(ErrorCode.CursorNotFound, `cursor id ${id} not found`);
    cursor.lastUsed = Date.now();
    const { batch, more } = take(cursor, batchSize ?? Number.POSITIVE_INFINITY);
    if (!more) this.kill(id);
    return { cursor: { nextBatch: new RawArray(batch), id: Long.fromBigInt(more ? id : 0n), ns: namespace } };
  }

  /** @returns whether there was such a cursor */
  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (cursor) close(cursor);
    return this.open.delete(id);
  }

  /** Forgets what nobody has asked for in a long time, so that abandoned cursors hold neither memory nor snapshots. */
  expire(now = Date.now()): void {
    for (const [id, { lastUsed }] of this.open) if (now - lastUsed >= this.idleMilliseconds) this.kill(id);
  }

  closeAll(): void {
    for (const id of [...this.open.keys()]) this.kill(id);
  }

  private keep(cursor: OpenCursor): bigint {
    const id = this.next++;
    this.open.set(id, cursor);
    return id;
  }
}

function close(cursor: OpenCursor): void {
  cursor.documents.return?.();
}

/** Reads one document further than given, to know whether there are more. */
function take(cursor: OpenCursor, most: number): { batch: Buffer[]; more: boolean } {
  const batch: Buffer[] = [];
  let size = 0;
  for (;;) {
    const document = cursor.waiting ?? nextOf(cursor);
    cursor.waiting = document;
    if (!document) return { batch, more: false };
    if (batch.length >= most || (batch.length > 0 && size + document.length > MAX_BATCH_BYTES))
      return { batch, more: true };
    batch.push(document);
    size += document.length;
    cursor.waiting = undefined;
  }
}

function nextOf({ documents }: OpenCursor): Buffer | undefined {
  const { done, value } = documents.next();
  return done ? undefined : value;
}
