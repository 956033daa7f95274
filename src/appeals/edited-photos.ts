import type { Photo } from '../domain/photo';
import { distinct, mostPhotos, tooManyPhotos } from './with-photos';

/** What an edit says of the photos a record shows. */
export interface PhotosKept {
  /** Ids of the photos that stay. */
  keptPhotos: readonly string[];
  /** What is to be seen on those that stay, by their ids; what is not named stays as it was. */
  alts?: Readonly<Record<string, string>>;
  /** Ids of photos that stay and waiting ids of those sent ahead, in the order they are shown in; others come last. */
  order?: readonly string[];
}

/**
 * What a record shows after an edit: photos that stay and those that came, in the order asked for.
 * @param byWait photos that were sent ahead, by their waiting ids
 * @throws InvalidInput when there are too many
 */
export function editedPhotos(
  before: readonly Photo[],
  { keptPhotos, alts = {}, order = [] }: PhotosKept,
  added: readonly Photo[],
  byWait: ReadonlyMap<string, Photo>,
): Photo[] {
  const kept = before.filter(({ id }) => keptPhotos.includes(id)).map((photo) => described(photo, alts[photo.id]));
  const photos = distinct([...added, ...kept]);
  if (photos.length > mostPhotos) throw tooManyPhotos();
  const places = order.map((name) => byWait.get(name)?.id ?? name);
  const asBefore = before.map(({ id }) => id);
  return inOrder(inOrder(photos, asBefore), places);
}

function described(photo: Photo, alt: string | undefined): Photo {
  return alt === undefined || alt === (photo.alt ?? '') ? photo : { ...photo, alt };
}

/** Photos that are not named stay behind the others. */
function inOrder(photos: readonly Photo[], ids: readonly string[]): Photo[] {
  const placeOf = ({ id }: Photo) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return photos.toSorted((one, other) => placeOf(one) - placeOf(other));
}
