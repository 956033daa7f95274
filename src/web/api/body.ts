import express, { type Request, type RequestHandler } from 'express';
import type { Upload } from '../../appeals/with-photos';
import { BadRequest, InvalidInput, UnsupportedType } from '../../errors';
import { upload, uploadsOf } from '../middleware/upload';
import type { Command } from './operation';

/** Name of the part of a multipart request that holds the JSON. */
export const jsonPart = 'json';

const json = express.json({ limit: '256kb', strict: true });

/**
 * Reads what was sent: JSON, or where photos may come along also multipart with the JSON in one part and the photos in
 * others. Nothing at all counts as `{}`.
 * @throws UnsupportedType
 */
export function body({ mostPhotos }: Pick<Command, 'mostPhotos'>): RequestHandler {
  const readUpload = upload();
  return (request, response, next) => {
    if (!hasBody(request)) {
      request.body = {};
      return next();
    }
    if (request.is('json')) return json(request, response, next);
    if (mostPhotos > 0 && request.is('multipart')) return readUpload(request, response, next);
    throw new UnsupportedType('api.unsupportedType');
  };
}

/** @throws BadRequest when the part is missing or no JSON */
export function sentIn(request: Request): unknown {
  if (!request.is('multipart')) return request.body;
  const { [jsonPart]: text, ...others }: Record<string, unknown> = request.body ?? {};
  if (typeof text !== 'string' || Object.keys(others).length > 0) throw new BadRequest('api.jsonPart');
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('api.badRequest');
  }
}

/** @throws InvalidInput when there are too many */
export function photosIn(request: Request, mostPhotos: number): Upload[] {
  const photos = uploadsOf(request);
  if (photos.length > mostPhotos) throw new InvalidInput('photo.tooMany', { photos: 'photo.tooMany' }, { mostPhotos });
  return photos;
}

function hasBody(request: Request): boolean {
  return request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
}
