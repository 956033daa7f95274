import type { Photo } from '../../domain/photo';
import { link, paths } from '../../paths';
import { photoSizes } from '../../photos/photo-files';

/** A photo as a view draws it: a `<picture>` with width and height set, so that nothing jumps. */
export interface PhotoView {
  id: string;
  /** Largest size, for the zoom link and as the plain `src`. */
  large: string;
  small: string;
  avifSrcset: string;
  /** A blurred stand-in as a `data:` address; empty when there is none. */
  placeholder: string;
  /** What is to be seen; empty when nobody said. */
  alt: string;
  webpSrcset: string;
  jpegSrcset: string;
  width: number;
  height: number;
}

/**
 * @param photo as a case refers to it
 * @param urlOf address of one file of it, such as `small.webp`
 */
export function photoView(photo: Photo, urlOf: (file: string) => string): PhotoView {
  const longEdge = Math.max(photo.width, photo.height);
  const widthOf = (edge: number) => Math.round((photo.width * Math.min(edge, longEdge)) / longEdge);
  const srcset = (extension: string) =>
    Object.entries(photoSizes)
      .map(([size, edge]) => `${urlOf(`${size}.${extension}`)} ${widthOf(edge)}w`)
      .join(', ');
  return {
    id: photo.id,
    large: urlOf('large.jpg'),
    small: urlOf('small.jpg'),
    avifSrcset: srcset('avif'),
    placeholder: photo.placeholder ? `data:image/webp;base64,${photo.placeholder}` : '',
    alt: photo.alt ?? '',
    webpSrcset: srcset('webp'),
    jpegSrcset: srcset('jpg'),
    width: photo.width,
    height: photo.height,
  };
}

/** A photo of an appeal, or of a find in it. */
export function appealPhoto(appealId: string, photo: Photo): PhotoView {
  return photoView(photo, (file) => link(paths.photo, { id: appealId, photoId: photo.id, file }));
}

/** The same where there may be none. */
export function appealPhotoOrNull(appealId: string, photo: Photo | null | undefined): PhotoView | null {
  return photo ? appealPhoto(appealId, photo) : null;
}
