import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { startTestStore, type TestStore } from './support';

let store: TestStore;
let socketPath: string;

beforeAll(async () => {
  store = await startTestStore();
  socketPath = decodeURIComponent(store.store.uri.replace(/^mongodb:\/\//, '').replace(/\/\?.*$/, ''));
});

afterAll(() => store.stop());

/** What a connection gets to hear, and whether it was closed. A ping at the end shows that it was not. */
async function send(bytes: Buffer): Promise<{ closed: boolean; replies: Document[] }> {
  const socket = connect(socketPath);
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  socket.on('error', () => undefined);
  socket.write(bytes);
  const closed = await Promise.race([ended(socket), answered(socket, received)]);
  socket.destroy();
  return { closed, replies: repliesIn(Buffer.concat(received)) };
}

function ended(socket: Socket): Promise<true> {
  return new Promise((resolve) => socket.once('close', () => resolve(true)));
}

async function answered(socket: Socket, received: Buffer[]): Promise<false> {
  socket.write(message({ ping: 1, $db: 'admin' }, { requestId: 4711 }));
  const isPong = (): boolean => frames(Buffer.concat(received)).some((frame) => frame.readInt32LE(8) === 4711);
  while (!isPong()) await new Promise((resolve) => socket.once('data', resolve));
  return false;
}

function frames(bytes: Buffer): Buffer[] {
  const size = bytes.length >= 16 ? bytes.readInt32LE(0) : 0;
  return size >= 16 && size <= bytes.length ? [bytes.subarray(0, size), ...frames(bytes.subarray(size))] : [];
}

function repliesIn(bytes: Buffer): Document[] {
  return frames(bytes).map((frame) => deserialize(frame.subarray(21)));
}

function message(command: Document, { requestId = 1, flags = 0, sections = [] as Buffer[] } = {}): Buffer {
  return raw(2013, Buffer.concat([int32(flags), Buffer.of(0), serialize(command), ...sections]), requestId);
}

function raw(opCode: number, body: Buffer, requestId = 1, size = body.length + 16): Buffer {
  return Buffer.concat([int32(size), int32(requestId), int32(0), int32(opCode), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

/** A document sequence: the long list of a command beside it. */
function sequence(name: string, documents: readonly Document[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((doc) => serialize(doc))]);
  return Buffer.concat([Buffer.of(1), int32(content.length + 4), content]);
}

const nested = (depth: number): Document => (depth === 0 ? {} : { a: nested(depth - 1) });

describe('a connection', () => {
  test.each([
    ['a length beyond the limit', raw(2013, Buffer.alloc(8), 1, 48_000_001)],
    ['a negative length', raw(2013, Buffer.alloc(8), 1, -1)],
    ['a length less than the header', raw(2013, Buffer.alloc(8), 1, 15)],
    ['an unknown operation', raw(9999, Buffer.alloc(8))],
    ['a message without sections', raw(2013, int32(0))],
    ['unknown required flags', message({ ping: 1, $db: 'a' }, { flags: 1 << 5 })],
    ['a section of an unknown kind', raw(2013, Buffer.concat([int32(0), Buffer.of(7), serialize({ ping: 1 })]))],
    [
      'a document longer than its message',
      raw(2013, Buffer.concat([int32(0), Buffer.of(0), int32(5000), Buffer.alloc(20)])),
    ],
  ])('that sends %s is closed', async (_name, bytes) => {
    expect((await send(bytes)).closed).toBe(true);
  });

  test('that sends broken BSON in a sound message is told so', async () => {
    const broken = Buffer.from(serialize({ ping: 1 }));
    broken[4] = 0x77;
    const { closed, replies } = await send(raw(2013, Buffer.concat([int32(0), Buffer.of(0), broken])));
    expect(closed).toBe(false);
    expect(replies[0]).toMatchObject({ ok: 0, code: 22 });
  });

  test('may send documents beside the command', async () => {
    const documents = [{ _id: 1 }, { _id: 2 }];
    const { replies } = await send(
      message({ insert: 'beside', $db: 'test' }, { sections: [sequence('documents', documents)] }),
    );
    expect(replies[0]).toMatchObject({ ok: 1, n: 2 });
  });

  test('that wants no answer gets none, and its write is done', async () => {
    const { replies } = await send(message({ insert: 'silent', documents: [{ _id: 1 }], $db: 'test' }, { flags: 2 }));
    expect(replies).toHaveLength(1);
    await expect(store.db().collection('silent').findOne({})).resolves.toEqual({ _id: 1 });
  });

  test('gets a checksum ignored', async () => {
    const body = Buffer.concat([int32(1), Buffer.of(0), serialize({ ping: 1, $db: 'a' }), int32(123)]);
    expect((await send(raw(2013, body))).replies[0]).toMatchObject({ ok: 1 });
  });

  test('that nests too deeply is refused, not the store', async () => {
    const { replies } = await send(message({ insert: 'deep', documents: [nested(150)], $db: 'test' }));
    expect(replies[0]).toMatchObject({ writeErrors: [{ code: 15 }] });
  });

  test('may send whatever bytes: the others go on', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ minLength: 5, maxLength: 100 }).map((body) => raw(2013, Buffer.from(body))),
      fc
        .tuple(fc.nat(), fc.nat({ max: 255 }))
        .map(([at, byte]) => damaged(message({ find: 'a', filter: { a: 'text', b: [1, 2] }, $db: 'test' }), at, byte)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (garbage) => {
        const socket = connect(socketPath);
        socket.on('error', () => undefined);
        await new Promise((resolve) => socket.write(garbage, resolve));
        await expect(store.db().command({ ping: 1 })).resolves.toMatchObject({ ok: 1 });
        socket.destroy();
      }),
      { numRuns: 300, seed: 7 },
    );
  }, 60_000);
});

function damaged(bytes: Buffer, at: number, byte: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at % copy.length] = byte;
  return copy;
}
