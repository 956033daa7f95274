import { scene } from '../../photos/pictures';
import { filesOf, type HostileFile, mark, script } from './hostile-file';

const text = (words: string) => Buffer.from(words, 'latin1');

/** One black pixel, as GIF packs it. */
const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
const end = Buffer.from([0x3b]);

function gif(width: number, height: number, ...blocks: Buffer[]): Buffer {
  const screen = Buffer.from([0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  return Buffer.concat([text('GIF89a'), screen, ...blocks, end]);
}

function comment(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x21, 0xfe, words.length]), text(words), Buffer.from([0])]);
}

/** Bombs, lies and passengers in GIF. */
export function gifFiles(): HostileFile[] {
  const { refused, harmless } = filesOf('gif');
  const many = Array.from({ length: 20_000 }, () => frame);
  return [
    harmless('65,535 pixels wide and high', gif(65_535, 65_535, frame)),
    refused('a size of nought', gif(0, 0)),
    refused('no picture at all', gif(10, 10)),
    refused('its first six bytes', text('GIF89a')),
    refused(
      'codes that mean nothing',
      gif(10, 10, Buffer.from([0x2c, 0, 0, 0, 0, 10, 0, 10, 0, 0, 12, 3, 0xff, 0xff, 0xff, 0])),
    ),
    harmless('twenty thousand frames', gif(1, 1, ...many)),
    harmless('a script in a comment', gif(1, 1, comment(script), frame)),
    harmless('a page behind its end', Buffer.concat([gif(1, 1, frame), text(`<html>${script}`)])),
    refused('a script that begins like a picture', text(`GIF89a/*${mark}*/=1;alert(1)`)),
  ];
}

/** Bombs, lies and passengers in WebP. */
export async function webpFiles(): Promise<HostileFile[]> {
  const { refused, harmless } = filesOf('webp');
  const plain = await scene(64, 48).webp({ lossless: true }).toBuffer();
  const picture = plain.subarray(12);
  return [
    refused('a canvas of 2 to the 24th, squared', riff(canvas(0x02, 2 ** 24, 2 ** 24), animation(), picture)),
    refused('16,384 pixels wide and high', riff(canvas(0x02, 16_384, 16_384), animation(), moving(picture, 16_384))),
    harmless(
      'two thousand frames',
      riff(canvas(0x02, 64, 48), animation(), ...Array.from({ length: 2000 }, () => moving(picture, 64))),
    ),
    refused(
      'a length of four gigabytes',
      Buffer.concat([text('RIFF\xff\xff\xff\xffWEBPVP8L\xff\xff\xff\xff'), Buffer.alloc(40)]),
    ),
    refused('its head alone', plain.subarray(0, 16)),
    refused(
      'noise where the picture was',
      Buffer.concat([plain.subarray(0, 30), Buffer.alloc(plain.length - 30, 0x5a)]),
    ),
    harmless('a script as metadata', riff(canvas(0x04, 64, 48), picture, riffChunk('XMP ', text(script)))),
    harmless('metadata that is noise', riff(canvas(0x08, 64, 48), picture, riffChunk('EXIF', Buffer.alloc(300, 0xee)))),
    harmless(
      'a colour profile that is noise',
      riff(canvas(0x20, 64, 48), riffChunk('ICCP', text(mark.repeat(30))), picture),
    ),
    harmless('a page behind its end', Buffer.concat([plain, text(`<html>${script}`)])),
  ];
}

function riff(...chunks: Buffer[]): Buffer {
  return Buffer.concat([text('RIFF'), uint32(4 + Buffer.concat(chunks).length), text('WEBP'), ...chunks]);
}

function riffChunk(name: string, data: Buffer): Buffer {
  return Buffer.concat([text(name), uint32(data.length), data, Buffer.alloc(data.length % 2)]);
}

function canvas(flags: number, width: number, height: number): Buffer {
  return riffChunk('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), uint24(width - 1), uint24(height - 1)]));
}

function animation(): Buffer {
  return riffChunk('ANIM', Buffer.alloc(6));
}

/** A frame in the upper left corner. */
function moving(picture: Buffer, width: number): Buffer {
  const height = width === 64 ? 48 : width;
  const place = Buffer.concat([Buffer.alloc(6), uint24(width - 1), uint24(height - 1), uint24(10), Buffer.alloc(1)]);
  return riffChunk('ANMF', Buffer.concat([place, picture]));
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

function uint24(number: number): Buffer {
  return uint32(number).subarray(0, 3);
}
