import type { Hash } from 'node:crypto';
import { z } from 'zod';

/** Raised whenever older programs could not read what newer ones write. */
export const archiveFormat = 1;

/** Names in the archive; docs/backup.md describes the files. */
export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

const definition = z.record(z.string(), z.unknown());

/** What an archive says about itself. */
export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  /** When the records were as they are in the archive. */
  madeAt: z.iso.datetime(),
  photos: z.number().int(),
  collections: z.array(
    z.object({
      name: z.string().min(1),
      documents: z.number().int(),
      options: definition,
      indexes: z.array(definition),
    }),
  ),
});

export type Manifest = z.output<typeof manifestSchema>;
export type CollectionEntry = Manifest['collections'][number];

/** An archive cannot be used; the sentence says why. */
export class ArchiveError extends Error {}

/** Where a collection's documents stand in the archive. */
export function collectionFile(name: string): string {
  return `collections/${encodeURIComponent(name)}.ndjson.gz`;
}

/** Where a photo's file stands in the archive. */
export function photoFile(id: string, name: string): string {
  return `photos/${id.slice(0, 2)}/${id}/${name}`;
}

/** A line of the sums, as `sha256sum` writes and checks them. */
export function sumLine(name: string, hash: Hash): string {
  return `${hash.digest('hex')}  ${name}\n`;
}

/** What a file in the archive is. */
export type Entry =
  | { readonly kind: 'photo'; readonly id: string; readonly name: string }
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'sums' };

/** @throws ArchiveError for a name we do not write */
export function entryNamed(name: string): Entry {
  if (name === manifestName) return { kind: 'manifest' };
  if (name === sumsName) return { kind: 'sums' };
  const [, collection] = /^collections\/([^/]+)\.ndjson\.gz$/.exec(name) ?? [];
  if (collection !== undefined) return { kind: 'collection', name: decodeURIComponent(collection) };
  const [, id, file] = /^photos\/[0-9a-f]{2}\/([0-9a-f]{64})\/([a-z]+\.[a-z]+)$/.exec(name) ?? [];
  if (id !== undefined && file !== undefined) return { kind: 'photo', id, name: file };
  throw new ArchiveError(`The archive holds ${JSON.stringify(name)}, which no backup of ours does.`);
}
