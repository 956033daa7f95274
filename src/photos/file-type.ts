/** What a file is by its content. `other` is everything we have no advice for. */
export type FileType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'svg' | 'other';

const headLength = 4096;
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/**
 * Tells a file's type from its first bytes. Name and claimed media type are not asked: both are the sender's words.
 * @param bytes the whole file or at least its first 4096 bytes
 */
export function fileType(bytes: Buffer): FileType {
  const head = bytes.subarray(0, headLength);
  if (startsWith(head, jpegSignature)) return 'jpeg';
  if (startsWith(head, pngSignature)) return 'png';
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return 'gif';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp';
  if (ascii(head, 4, 8) === 'ftyp') return typeByBrands(brandsOf(head));
  return isSvg(head) ? 'svg' : 'other';
}

function startsWith(head: Buffer, signature: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}

function ascii(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}

/** `mif1` is the brand of the container both families share, so AVIF is looked for first. */
function typeByBrands(brands: readonly string[]): FileType {
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : 'other';
}

/** The `ftyp` box: length, "ftyp", major brand, version, then compatible brands of four letters each. */
function brandsOf(head: Buffer): string[] {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [ascii(head, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(head, at, at + 4));
  return brands;
}

/** A page that merely contains an `<svg>` is a page, not a drawing. */
function isSvg(head: Buffer): boolean {
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text.startsWith('<') && /<svg[\s>]/i.test(text) && !/<html[\s>]|<!doctype html/i.test(text);
}
