import zlib from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A still with something to see: left half red, right half blue, a white bar along the top. */
export function scene(width: number, height: number): Sharp {
  const half = Math.floor(width / 2);
  const bar = Math.max(1, Math.floor(height / 8));
  return sharp({ create: { width, height, channels: 3, background: '#c02020' } }).composite([
    { input: plain(width - half, height, '#2020c0'), left: half, top: 0 },
    { input: plain(width, bar, '#ffffff'), left: 0, top: 0 },
  ]);
}

function plain(width: number, height: number, background: string) {
  return { create: { width, height, channels: 3 as const, background } };
}

/** Two frames of one colour each. */
export async function animation(format: 'gif' | 'webp', first: string, second: string): Promise<Buffer> {
  const frames = await Promise.all(
    [first, second].map((colour) =>
      sharp(plain(40, 30, colour))
        .png()
        .toBuffer(),
    ),
  );
  const joined = sharp(frames, { join: { animated: true } });
  return format === 'gif' ? joined.gif().toBuffer() : joined.webp({ lossless: true }).toBuffer();
}

/** A valid PNG whose header says what we want; every pixel is black, one bit each. */
export function blackPng(width: number, height: number): Buffer {
  return png(width, height, zlib.deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8)))));
}

/** A PNG that promises more than it holds. */
export function lyingPng(width: number, height: number): Buffer {
  return png(width, height, zlib.deflateSync(Buffer.alloc(10)));
}

/** A PNG of one bit a pixel with these packed rows; what is `between` stands before them. */
export function png(width: number, height: number, packed: Buffer, between: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...between,
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG, with its checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(zlib.crc32(named));
  return Buffer.concat([frame, named, sum]);
}

/** The first box of an ISO media file with the given brands, and something after it. */
export function isoMedia(major: string, ...compatible: string[]): Buffer {
  const brands = compatible.join('');
  const box = Buffer.alloc(16);
  box.writeUInt32BE(16 + brands.length);
  box.write('ftyp', 4);
  box.write(major, 8);
  return Buffer.concat([box, Buffer.from(brands), Buffer.alloc(64)]);
}

/** Red, green and blue of one pixel. */
export async function colourAt(bytes: Buffer, left: number, top: number): Promise<[number, number, number]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [data[0] ?? -1, data[1] ?? -1, data[2] ?? -1];
}
