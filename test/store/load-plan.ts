/** How many write at once. */
export const WRITERS = 16;
/** Documents each writer has; few, so that they are changed and removed often. */
const SLOTS = 12;

export interface LoadDoc {
  readonly _id: string;
  readonly writer: number;
  readonly value: number;
  readonly tags: readonly string[];
  /** Unique in the collection. */
  readonly mark: string;
}

/** What a writer does as its i-th operation; the same seed gives the same again. */
export function operationOf(seed: number, writer: number, i: number): { kind: 'put' | 'remove'; doc: LoadDoc } {
  const random = (n: number): number => hash(seed * 7919 + writer * 104_729 + i * 31 + n);
  const _id = `${writer}-${random(1) % SLOTS}`;
  const tags = Array.from({ length: random(2) % 4 }, (_, n) => `t${random(10 + n) % 5}`);
  const doc = { _id, writer, value: random(3) % 50, tags, mark: `${_id}-${random(4) % 3}` };
  return { kind: random(5) % 4 === 0 ? 'remove' : 'put', doc };
}

/** A writer's documents after its first `count` operations. */
export function stateAfter(seed: number, writer: number, count: number): Map<string, LoadDoc> {
  const docs = new Map<string, LoadDoc>();
  for (let i = 0; i < count; i++) {
    const { kind, doc } = operationOf(seed, writer, i);
    if (kind === 'remove') docs.delete(doc._id);
    else docs.set(doc._id, doc);
  }
  return docs;
}

function hash(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}
