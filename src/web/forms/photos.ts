import type { Request } from 'express';
import { z } from 'zod';
import type { PhotosKept } from '../../appeals/edited-photos';
import type { SentAhead } from '../../appeals/with-photos';
import type { Actor } from '../../domain/actor';
import { mostAlt, type Picture } from '../../domain/photo';
import { InvalidInput } from '../../errors';
import { refusedPhotoOf } from '../refused-photos';
import { line, several } from './fields';
import { parseForm } from './parse';
import { typedValues } from './typed-values';

const waitingId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const photoId = /^[0-9a-f]{64}$/;
/** The field stands once more, empty, so that a form whose photos were all removed says so. */
const ref = z
  .string()
  .refine((given) => given === '' || photoId.test(given) || waitingId.test(given), 'error.field.choose');

/** A photo in a form: kept from before, or waiting. */
interface ChosenPhoto {
  ref: string;
  alt: string;
}

/** Photos that are here already, in their order, each with its description; and those to be taken out. */
export const photoFields = {
  photo: several(ref, 40),
  photoAlt: several(line(mostAlt), 40),
  dropPhoto: several(ref, 40),
};

/** The same where nobody is asked what is to be seen. */
export const plainPhotoFields = { photo: photoFields.photo, dropPhoto: photoFields.dropPhoto };

type Typed = { photo: string[]; photoAlt?: string[]; dropPhoto: string[] };

/** @returns the photos that stay, in their order, apart from what else was typed */
export function withPhotosChosen<Rest extends Typed>(typed: Rest): Omit<Rest, keyof Typed> & { photos: ChosenPhoto[] } {
  const { photo, photoAlt = [], dropPhoto, ...rest } = typed;
  const photos = photo
    .filter((given) => given !== '')
    .map((given, index) => ({ ref: given, alt: photoAlt[index] ?? '' }))
    .filter((chosen) => !dropPhoto.includes(chosen.ref));
  return { ...rest, photos };
}

/** What an edit says of the photos a record has. */
export function keptAmong(photos: readonly ChosenPhoto[]): PhotosKept {
  const kept = photos.filter((photo) => !waitingId.test(photo.ref));
  return {
    keptPhotos: kept.map((photo) => photo.ref),
    alts: Object.fromEntries(kept.map((photo) => [photo.ref, photo.alt])),
    order: photos.map((photo) => photo.ref),
  };
}

/** @returns the photos that wait, as the verbs take them: whoever sends the form must have sent them, too */
export function sentAhead(owner: Actor, photos: readonly ChosenPhoto[]): SentAhead[] {
  return photos
    .filter((photo) => waitingId.test(photo.ref))
    .map((photo) => ({ owner, waitingId: photo.ref, alt: photo.alt }));
}

/** @returns ids of the waiting photos a form that is shown again brought along */
export function waitingIn(values: Readonly<Record<string, unknown>>): string[] {
  return [values.photo ?? []]
    .flat()
    .filter((given): given is string => typeof given === 'string' && waitingId.test(given));
}

/**
 * What a form says that was overtaken and is shown again: it is about the newest version, and has the photos that came
 * meanwhile, as leaving them out would remove them.
 */
export function renewedBy(request: Request, { version, photos }: { version: number; photos: readonly Picture[] }) {
  const { photo = [], photoAlt = [] } = typedValues(request.body);
  const typed = [photo].flat();
  const arrived = photos.filter(({ id }) => !typed.includes(id));
  return {
    version: String(version),
    photo: [...typed, ...arrived.map(({ id }) => id)],
    photoAlt: [photoAlt].flat(),
  };
}

/**
 * Reads a form whose photos were taken in before; a photo that was refused counts as a field that is wrong.
 * @throws what `parseForm` throws
 */
export function parsePhotoForm<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const refused = refusedPhotoOf(request);
  try {
    const values = parseForm(schema, request.body);
    if (refused) throw refused;
    return values;
  } catch (error) {
    if (!refused || !(error instanceof InvalidInput) || error === refused) throw error;
    throw new InvalidInput(error.key, { ...error.fields, ...refused.fields }, { ...error.values, ...refused.values });
  }
}
