import { scene } from '../../photos/pictures';
import { filesOf, type HostileFile, mark, script } from './hostile-file';

const { refused, harmless } = filesOf('jpg');
const text = (words: string) => Buffer.from(words, 'latin1');
const kinds = { app1: 0xe1, app2: 0xe2, comment: 0xfe } as const;

/** Bombs, lies and passengers in JPEG. */
export async function jpegFiles(): Promise<HostileFile[]> {
  const plain = await scene(320, 240).jpeg().toBuffer();
  const progressive = await scene(320, 240).jpeg({ progressive: true }).toBuffer();
  const tagged = await scene(320, 240).withExif(exif).jpeg().toBuffer();
  return [
    refused('65,500 pixels wide and high', sized(plain, 65_500, 65_500)),
    refused('a width of nought', sized(plain, 0, 240)),
    harmless('far higher than what it holds', sized(plain, 320, 6000)),
    refused('its first three bytes', plain.subarray(0, 3)),
    refused('cut in its tables', plain.subarray(0, 200)),
    refused(
      'a segment longer than the file',
      Buffer.concat([plain.subarray(0, 2), text('\xff\xe1\xff\xff'), plain.subarray(2, 60)]),
    ),
    harmless('noise where the picture was', noisy(plain)),
    refused('two hundred scans more than it needs', manyScans(progressive, 200)),
    harmless('place and owner in its metadata', tagged),
    harmless('metadata whose list is its own next', withSegment(plain, kinds.app1, looped())),
    harmless('metadata with a count of 2 to the 32nd', withSegment(plain, kinds.app1, endless())),
    harmless('a way up there is none of', withSegment(plain, kinds.app1, turned(99))),
    harmless(
      'a script in its metadata',
      withSegment(plain, kinds.app1, text(`http://ns.adobe.com/xap/1.0/\0${script}`)),
    ),
    harmless(
      'a program in a comment',
      withSegment(plain, kinds.comment, text(`<?php /* ${mark} */ system($_GET["c"]); ?>`)),
    ),
    harmless(
      'a colour profile that is noise',
      withSegment(plain, kinds.app2, text(`ICC_PROFILE\0\x01\x01${mark.repeat(40)}`)),
    ),
    harmless('a colour profile for another number of colours', withGreyProfile(plain)),
    harmless('fifty pieces of a profile of 255', pieces(plain, 50)),
    harmless('an archive behind its end', Buffer.concat([plain, text(`PK\x03\x04${mark}`)])),
    harmless('a paper behind its end', Buffer.concat([plain, text(`%PDF-1.7 ${mark}`)])),
    harmless('a second picture behind its end', Buffer.concat([plain, tagged])),
    harmless('a page before its picture', withSegment(plain, kinds.comment, text(`--><html>${script}<!--`))),
  ];
}

const exif = {
  IFD0: { Copyright: mark, Artist: mark, ImageDescription: script },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
};

/** The size stands in the frame's header. */
function sized(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const at = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(height, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}

function noisy(jpeg: Buffer): Buffer {
  const changed = Buffer.from(jpeg);
  const from = changed.indexOf(Buffer.from([0xff, 0xda])) + 20;
  for (let at = from; at < changed.length - 2; at += 1) changed[at] = (at * 37) % 251;
  return changed;
}

/** The last scan once more and once more. */
function manyScans(jpeg: Buffer, count: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const end = jpeg.length - 2;
  const scan = jpeg.subarray(last, end);
  return Buffer.concat([jpeg.subarray(0, end), ...Array.from({ length: count }, () => scan), jpeg.subarray(end)]);
}

function withSegment(jpeg: Buffer, kind: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, kind, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** Exif with one list of entries, each of twelve bytes, and where the next list stands. */
function exifWith(entries: readonly Buffer[], next: number): Buffer {
  const head = text('Exif\0\0II*\0\b\0\0\0');
  const count = Buffer.from([entries.length, 0]);
  const after = Buffer.alloc(4);
  after.writeUInt32LE(next);
  return Buffer.concat([head, count, ...entries, after]);
}

function entry(tag: number, type: number, count: number, value: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(value, 8);
  return bytes;
}

const looped = () => exifWith([entry(0x0112, 3, 1, 1)], 8);
const endless = () => exifWith([entry(0x010e, 2, 0xffffffff, 0xfffffff0)], 0);
const turned = (way: number) => exifWith([entry(0x0112, 3, 1, way)], 0);

function withGreyProfile(jpeg: Buffer): Buffer {
  const profile = Buffer.alloc(128);
  profile.writeUInt32BE(128, 0);
  profile.write('GRAYXYZ ', 16, 'latin1');
  profile.write('acsp', 36, 'latin1');
  return withSegment(jpeg, kinds.app2, Buffer.concat([text('ICC_PROFILE\0\x01\x01'), profile]));
}

function pieces(jpeg: Buffer, count: number): Buffer {
  const piece = (number: number) => text(`ICC_PROFILE\0${String.fromCharCode(number)}\xff${mark}`);
  return Array.from({ length: count }, (_, index) => index + 1).reduce(
    (bytes, number) => withSegment(bytes, kinds.app2, piece(number)),
    jpeg,
  );
}
