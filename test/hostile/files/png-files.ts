import zlib from 'node:zlib';
import { blackPng, chunk, lyingPng, png } from '../../photos/pictures';
import { filesOf, type HostileFile, mark, script } from './hostile-file';

const { refused, harmless } = filesOf('png');
const rows = zlib.deflateSync(Buffer.alloc(40 * 6));
const small = (...between: Buffer[]) => png(40, 40, rows, between);
const text = (words: string) => Buffer.from(words, 'latin1');

/** Fifty megabytes of nothing, packed into fifty kilobytes. */
const bomb = zlib.deflateSync(Buffer.alloc(50 * 1024 * 1024));

/** Bombs, lies and passengers in PNG. */
export function pngFiles(): HostileFile[] {
  const whole = small();
  return [
    refused('60,000 pixels wide and high', blackPng(60_000, 60_000)),
    refused('more than fifty megapixels', blackPng(8200, 6500)),
    harmless('just fifty megapixels', blackPng(8160, 6144)),
    refused('2 to the 31st pixels wide', lyingPng(2 ** 31 - 1, 1)),
    refused('a side of nought', lyingPng(0, 40)),
    refused('one pixel high and a million wide, with nothing in it', lyingPng(1_000_000, 1)),
    refused('promising more than it holds', lyingPng(4000, 3000)),
    refused('its signature alone', whole.subarray(0, 8)),
    refused('cut in its header', whole.subarray(0, 20)),
    refused('a checksum that is wrong', withByte(whole, 30, 0x77)),
    refused('packed rows that are noise', png(400, 400, Buffer.alloc(4000, 0xa5))),
    harmless('far more packed rows than pixels', png(40, 40, bomb)),
    harmless(
      'a packed text that unpacks to fifty megabytes',
      small(chunk('zTXt', Buffer.concat([text('a\0\0'), bomb]))),
    ),
    harmless(
      'a colour profile that unpacks to fifty megabytes',
      small(chunk('iCCP', Buffer.concat([text('a\0\0'), bomb]))),
    ),
    harmless(
      'a colour profile that is noise',
      small(chunk('iCCP', Buffer.concat([text('a\0\0'), Buffer.alloc(99, 7)]))),
    ),
    harmless('a script in a text', small(chunk('tEXt', text(`Comment\0${script}`)))),
    harmless('a script as metadata', small(chunk('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${script}`)))),
    harmless('a page behind its end', Buffer.concat([whole, text(`<html>${script}`)])),
    harmless('an archive behind its end', Buffer.concat([whole, text(`PK\u0003\u0004${mark}`)])),
    harmless('three thousand frames', small(...manyFrames(3000))),
    harmless(
      'ten thousand chunks nobody knows',
      small(...Array.from({ length: 10_000 }, () => chunk('prVt', text(mark)))),
    ),
  ];
}

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = value;
  return changed;
}

function manyFrames(count: number): Buffer[] {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(count, 0);
  const frame = Buffer.alloc(26);
  frame.writeUInt32BE(40, 4);
  frame.writeUInt32BE(40, 8);
  return [chunk('acTL', control), ...Array.from({ length: count }, () => chunk('fcTL', frame))];
}
