import { type Fingerprint, probes, similarity } from '../domain/fingerprint';
import { FingerprintModel } from '../models/photo-fingerprint';
import { currentFingerprints } from './fingerprints';

/** A photo that may show the same thing. */
export interface Lookalike {
  readonly photoId: string;
  /** 0 to 1; from `looksAlike` on it is said to show the same thing. */
  readonly similarity: number;
}

/** Photos compared at most, of those found by their spots and of those found by the look of the whole. */
export const mostCandidates = 150;

/** Among more photos than these, enough have the very same bands, and looking for near ones would read most of them. */
const manyPhotos = 6000;

/**
 * Photos that look like this one, the most similar first. The indexes of bands give those that have anything in common;
 * the few hundred with most in common are compared.
 * @param limit how many are given at most
 * @param except ids that are not asked for, such as the photo's own
 */
export async function lookalikes(
  fingerprint: Fingerprint,
  { limit = 20, except = [] }: { limit?: number; except?: readonly string[] } = {},
): Promise<Lookalike[]> {
  const exact = (await FingerprintModel.estimatedDocumentCount()) > manyPhotos;
  const { spots, look } = probes(fingerprint, { exact });
  const most = mostCandidates + except.length;
  const found = await Promise.all([mostInCommon('spotBands', spots, most), mostInCommon('lookBands', look, most)]);
  const candidates = [...new Set(found.flat())].filter((id) => !except.includes(id));
  return (await currentFingerprints(candidates))
    .map((candidate) => ({ photoId: candidate.photoId, similarity: similarity(fingerprint, candidate.fingerprint) }))
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, limit);
}

async function mostInCommon(
  field: 'spotBands' | 'lookBands',
  numbers: readonly number[],
  most: number,
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await FingerprintModel.aggregate<{ _id: string }>([
    { $match: { [field]: { $in: numbers } } },
    { $project: { common: { $size: { $setIntersection: [`$${field}`, { $literal: numbers }] } } } },
    { $sort: { common: -1, _id: 1 } },
    { $limit: most },
  ]);
  return rows.map(({ _id }) => _id);
}
