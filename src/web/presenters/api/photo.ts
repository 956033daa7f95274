import { z } from 'zod';
import type { Photo } from '../../../domain/photo';
import { apiPaths, link } from '../../../paths';
import type { ApiReader } from './parts';

/** A photo by the addresses under which the same token opens it. */
export const photoSchema = z
  .strictObject({
    id: z.string(),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    small: z.url(),
    medium: z.url(),
    large: z.url(),
  })
  .meta({ id: 'Photo' });

export type PhotoJson = z.infer<typeof photoSchema>;

/** A photo of an appeal, or of a find in it. */
export function appealPhotoJson(id: string, photo: Photo, { baseUrl }: Pick<ApiReader, 'baseUrl'>): PhotoJson {
  return photoJson(photo, (file) => baseUrl + link(apiPaths.photo, { id, photoId: photo.id, file }));
}

/** A photo of a spare. */
export function sparePhotoJson(spareId: string, photo: Photo, { baseUrl }: Pick<ApiReader, 'baseUrl'>): PhotoJson {
  return photoJson(photo, (file) => baseUrl + link(apiPaths.sparePhoto, { spareId, photoId: photo.id, file }));
}

function photoJson({ id, width, height, alt = '' }: Photo, urlOf: (file: string) => string): PhotoJson {
  return { id, width, height, alt, small: urlOf('small.jpg'), medium: urlOf('medium.jpg'), large: urlOf('large.jpg') };
}
