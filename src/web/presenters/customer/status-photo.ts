import type { Photo } from '../../../domain/photo';
import { link, paths } from '../../../paths';
import { type PhotoView, photoView } from '../photo-view';

/** A photo as it is seen with a customer's link. */
export function statusPhoto(token: string, photo: Photo): PhotoView {
  return photoView(photo, (file) => link(paths.statusPhoto, { token, photoId: photo.id, file }));
}
