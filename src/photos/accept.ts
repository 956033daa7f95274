import type { Metadata } from 'sharp';
import type { Fingerprint } from '../domain/fingerprint';
import { fileType } from './file-type';
import { fingerprintInBackground } from './fingerprint/in-background';
import { type PhotoFile, type PhotoSize, type PreparedPhoto, photoSizes } from './photo-files';
import { decode, encode, identityOf, maxPixels, openHeader, type Pixels, viewOf } from './pixels';
import { placeholderOf } from './placeholder';
import { maxMegabytes, type RefusalKey, refusal } from './refusal';
import { onThread } from './threads';
import { turnstile } from './turnstile';

const maxBytes = maxMegabytes * 1024 * 1024;

/** A decoded photo of 50 megapixels takes 150 MB; two at a time keep the process within a small machine. */
const inTurn = turnstile(2);

/**
 * Turns an upload into the files we keep: upright, sRGB, without metadata or place, in three sizes as JPEG.
 * The id is the SHA-256 of the upright pixels of the large size, not of an encoded file: the same picture keeps its
 * id when it is sent again with other metadata, and a newer encoder does not give known photos new names.
 * @param bytes the whole upload
 * @param claimed the sender's name for it, used in sentences only
 * @throws InvalidInput on the field `photos` when it is too large, no picture, of a kind we cannot read, a bomb or damaged
 */
export async function acceptPhoto(bytes: Buffer, claimed: { fileName: string }): Promise<PreparedPhoto> {
  const refuse = (key: RefusalKey) => refusal(key, claimed.fileName);
  if (bytes.length > maxBytes) throw refuse('photo.tooLarge');
  const key = refusalByType(bytes);
  if (key) throw refuse(key);
  return prepareInTurn(() => readPixels(bytes, refuse));
}

/** Makes the files of a picture as soon as there is room for it. @param read gives its pixels */
export function prepareInTurn(read: () => Promise<Pixels>): Promise<PreparedPhoto> {
  return inTurn(async () => prepare(await read()));
}

/**
 * What an upload looks like, without keeping it.
 * @throws InvalidInput as `acceptPhoto` does
 */
export async function fingerprintOfUpload(bytes: Buffer, claimed: { fileName: string }): Promise<Fingerprint> {
  const refuse = (key: RefusalKey) => refusal(key, claimed.fileName);
  if (bytes.length > maxBytes) throw refuse('photo.tooLarge');
  const key = refusalByType(bytes);
  if (key) throw refuse(key);
  return inTurn(async () => fingerprintOf(await readPixels(bytes, refuse)));
}

function refusalByType(bytes: Buffer): RefusalKey | undefined {
  switch (fileType(bytes)) {
    case 'heic':
      return 'photo.heic';
    case 'svg':
      return 'photo.svg';
    case 'other':
      return 'photo.notAPicture';
    default:
      return undefined;
  }
}

async function readPixels(bytes: Buffer, refuse: (key: RefusalKey) => Error): Promise<Pixels> {
  const header = await readable(openHeader(bytes).metadata(), refuse);
  if (header.width * header.height > maxPixels) throw refuse('photo.tooManyPixels');
  if (isOtherCodec(header)) throw refuse('photo.heic');
  return readable(
    onThread(() => decode(bytes)),
    refuse,
  );
}

/** An AVIF brand on a file whose pictures are HEVC. */
function isOtherCodec(header: Metadata): boolean {
  return header.format === 'heif' && header.compression !== 'av1';
}

/** What Sharp cannot read of a file with the right first bytes is damaged. */
async function readable<Result>(reading: Promise<Result>, refuse: (key: RefusalKey) => Error): Promise<Result> {
  try {
    return await reading;
  } catch {
    throw refuse('photo.damaged');
  }
}

/** All at once as far as threads go: what one photo leaves free, the next one takes. The longest begins first. */
async function prepare(pixels: Pixels): Promise<PreparedPhoto> {
  const { width, height } = pixels;
  const fileOf = async (size: PhotoSize): Promise<PhotoFile> => ({
    name: `${size}.jpg`,
    bytes: await onThread(() => encode(pixels, photoSizes[size])),
  });
  const glance = async () => {
    const view = await viewOf(pixels);
    return { view, placeholder: await placeholderOf(view) };
  };
  const [large, id, glanced, medium, small] = await Promise.all([
    fileOf('large'),
    identityOf(pixels),
    onThread(glance),
    fileOf('medium'),
    fileOf('small'),
  ]);
  return { id, width, height, files: [small, medium, large], ...glanced };
}

/** The fingerprint of decoded pixels. */
export async function fingerprintOf(pixels: Pixels): Promise<Fingerprint> {
  return fingerprintInBackground(await viewOf(pixels));
}
