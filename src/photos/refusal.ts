import { InvalidInput } from '../errors';

export const maxMegabytes = 15;
export const maxMegapixels = 50;

export type RefusalKey =
  | 'photo.notAPicture'
  | 'photo.heic'
  | 'photo.svg'
  | 'photo.tooManyPixels'
  | 'photo.damaged'
  | 'photo.tooLarge';

/**
 * Why a photo is not taken, to be shown beside the field `photos`.
 * The sentence may use `fileName`, `megabytes` and `megapixels`.
 */
export function refusal(key: RefusalKey, fileName: string): InvalidInput {
  return new InvalidInput(
    key,
    { photos: key },
    { fileName: shown(fileName), megabytes: maxMegabytes, megapixels: maxMegapixels },
  );
}

/** Controls and direction marks could make a name read as another one. */
function shown(fileName: string): string {
  return fileName.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80);
}
