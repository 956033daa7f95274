import type { Document } from 'bson';

/**
 * Ids of the photos a document names, wherever it does: a photo is embedded as `{id, width, height}`
 * (src/models/photo-schema.ts), and its id has 64 hexadecimal digits. Its original stands within it.
 */
export function photoIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(photoIdsIn);
  if (!isPlain(value)) return [];
  const { id, width, height } = value;
  const isPhoto = typeof id === 'string' && /^[0-9a-f]{64}$/.test(id) && width !== undefined && height !== undefined;
  const within = Object.values(value).flatMap(photoIdsIn);
  return isPhoto ? [id, ...within] : within;
}

function isPlain(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !('_bsontype' in value) && !ArrayBuffer.isView(value);
}
