import zlib from 'node:zlib';
import { blackPng, isoMedia, scene } from '../../photos/pictures';
import { filesOf, type HostileFile, mark, script } from './hostile-file';

const text = (words: string) => Buffer.from(words, 'latin1');

/** Bombs and lies in AVIF and its relations. */
export async function avifFiles(): Promise<HostileFile[]> {
  const { refused, harmless } = filesOf('avif');
  const plain = await scene(64, 48).avif({ effort: 0 }).toBuffer();
  return [
    refused('100,000 pixels wide and high', sized(plain, 100_000)),
    refused('larger than what it holds', sized(plain, 3000)),
    refused('nothing but its brand', isoMedia('avif', 'mif1')),
    refused('cut behind its boxes', plain.subarray(0, plain.indexOf('mdat') + 4)),
    refused('a box longer than the file', longBox(plain)),
    refused(
      'noise where the picture was',
      Buffer.concat([plain.subarray(0, plain.indexOf('mdat') + 8), Buffer.alloc(400, 0x33)]),
    ),
    refused('the brand of a sequence, and no sequence', isoMedia('avis', 'avif')),
    refused('pictures of a camera we do not read', isoMedia('heic', 'mif1')),
    harmless('a page behind its end', Buffer.concat([plain, text(`\0\0\0\x08free<html>${script}`)])),
  ];
}

function sized(avif: Buffer, edge: number): Buffer {
  const changed = Buffer.from(avif);
  const at = changed.indexOf('ispe') + 8;
  changed.writeUInt32BE(edge, at);
  changed.writeUInt32BE(edge, at + 4);
  return changed;
}

function longBox(avif: Buffer): Buffer {
  const changed = Buffer.from(avif);
  changed.writeUInt32BE(0x7fffffff, changed.indexOf('meta') - 4);
  return changed;
}

/** What is no picture, and says that it is. */
export function disguisedFiles(): HostileFile[] {
  const { refused } = filesOf('jpg');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='${mark}'"/>`;
  return [
    refused('nothing', Buffer.alloc(0)),
    refused('one byte', text('\xff')),
    refused('a page', text(`<!doctype html>${script}`)),
    refused('a drawing', text(drawing)),
    refused('a drawing behind a byte order mark', Buffer.from(`\uFEFF<?xml version="1.0"?>\n${drawing}`)),
    refused(
      'a drawing of entities that grow',
      text(`<!DOCTYPE svg [<!ENTITY a "${mark}"><!ENTITY b "&a;&a;">]>${drawing}`),
    ),
    refused('a packed drawing', zlib.gzipSync(drawing)),
    refused('a paper', text(`%PDF-1.7\n${mark}`)),
    refused('an archive', text(`PK\x03\x04${mark}`)),
    refused('a program of Windows', text(`MZ${mark}`)),
    refused('a program of Linux', text(`\x7fELF${mark}`)),
    refused('a film', isoMedia('isom', 'mp42')),
    refused('a TIFF', text(`II*\0\b\0\0\0${mark}`)),
    refused('a bitmap', text(`BM${mark}`)),
    refused('an icon', text(`\0\0\x01\0\x01\0${mark}`)),
    refused('a drawing program of PostScript', text(`%!PS-Adobe-3.0\n(${mark}) run`)),
    refused('a script for ImageMagick', text(`push graphic-context\nimage over 0,0 0,0 'https://x.example/${mark}'`)),
    refused('a megabyte of noughts', Buffer.alloc(1024 * 1024)),
  ];
}

/** A harmless picture under names that lead somewhere else. */
export function namedFiles(): HostileFile[] {
  const names = [
    `../../../../etc/cron.d/${mark}`,
    `..\\..\\${mark}.bat`,
    `${mark}.jpg\0.html`,
    `a\r\nSet-Cookie: ${mark}=1`,
    `${mark}\u202Egpj.exe`,
    `"><img src=x onerror=alert(1)>${mark}`,
    `${mark.repeat(200)}.png`,
    'CON',
    '.htaccess',
  ];
  return names.map((fileName, number) => ({
    what: `named ${JSON.stringify(fileName).slice(0, 60)}`,
    fileName,
    bytes: blackPng(20 + number, 20),
    ends: fileName.includes('\0') ? 'no form' : 'harmless',
  }));
}
