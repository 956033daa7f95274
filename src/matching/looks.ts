import type { Upload } from '../appeals/with-photos';
import { fingerprintOfUpload } from '../photos/accept';
import { fingerprintOfPhoto } from './fingerprints';
import { lookalikes } from './lookalikes';

/** How alike photos look to those asked about: 0 to 1 by photo id. */
export type Looks = ReadonlyMap<string, number>;

/** Photos of one description that are compared, and photos taken from each comparison. */
const [mostAsked, mostFound] = [3, 40];

/** @returns photos that may show what an upload shows */
export async function looksOfUpload({ bytes, fileName }: Upload): Promise<Looks> {
  const found = await lookalikes(await fingerprintOfUpload(bytes, { fileName }), { limit: mostFound });
  return new Map(found.map(({ photoId, similarity }) => [photoId, similarity]));
}

/** @returns photos that may show what one of these shows; the very same picture looks as alike as can be */
export async function looksOf(photoIds: readonly string[]): Promise<Looks> {
  const looks = new Map<string, number>();
  for (const photoId of photoIds.slice(0, mostAsked)) {
    looks.set(photoId, 1);
    for (const { photoId: other, similarity } of await alikePhotos(photoId))
      looks.set(other, Math.max(similarity, looks.get(other) ?? 0));
  }
  return looks;
}

async function alikePhotos(photoId: string) {
  const fingerprint = await fingerprintOfPhoto(photoId);
  return fingerprint ? lookalikes(fingerprint, { limit: mostFound, except: [photoId] }) : [];
}

/** @returns how alike the most alike of some photos looks */
export function bestLook(looks: Looks, photoIds: readonly string[]): number {
  return Math.max(0, ...photoIds.map((id) => looks.get(id) ?? 0));
}
