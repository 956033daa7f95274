/** Largest message MongoDB takes; a longer one is garbage or an attack. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** One message: who asks, by which operation, and the rest of the bytes. */
export interface Frame {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: Buffer;
}

/** The peer does not speak the protocol; its connection has to go, the others stay. */
export class ProtocolError extends Error {}

/** Cuts a byte stream into messages. One per connection. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private length = 0;

  /**
   * @param chunk what the socket delivered
   * @returns the messages that are complete now
   * @throws ProtocolError when a length cannot be one
   */
  push(chunk: Buffer): Frame[] {
    this.chunks.push(chunk);
    this.length += chunk.length;
    const frames: Frame[] = [];
    for (let frame = this.next(); frame; frame = this.next()) frames.push(frame);
    return frames;
  }

  private next(): Frame | undefined {
    if (this.length < HEADER_BYTES) return undefined;
    const size = this.peekSize();
    if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES) throw new ProtocolError(`message of ${size} bytes`);
    if (this.length < size) return undefined;
    const all = this.join();
    this.chunks = size < all.length ? [all.subarray(size)] : [];
    this.length -= size;
    return { requestId: all.readInt32LE(4), opCode: all.readInt32LE(12), body: all.subarray(HEADER_BYTES, size) };
  }

  private peekSize(): number {
    const first = this.chunks[0];
    return first && first.length >= 4 ? first.readInt32LE(0) : this.join().readInt32LE(0);
  }

  /** Joined only when a message is complete, so that a large one is not copied once a chunk. */
  private join(): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0] : undefined;
    if (all) return all;
    const joined = Buffer.concat(this.chunks, this.length);
    this.chunks = [joined];
    return joined;
  }
}

/** @returns the bytes of a message answering `responseTo` */
export function frame(requestId: number, responseTo: number, opCode: number, body: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const size = body.reduce((sum, part) => sum + part.length, HEADER_BYTES);
  header.writeInt32LE(size, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, ...body], size);
}
