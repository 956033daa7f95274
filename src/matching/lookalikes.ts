import { type Fingerprint, probes, similarity } from '../domain/fingerprint';
import { FingerprintModel } from '../models/photo-fingerprint';
import { mostInCommon } from './bands';
import { currentFingerprints } from './fingerprints';

/** A photo that may show the same thing. */
export interface Lookalike {
  readonly photoId: string;
  /** 0 to 1; from `looksAlike` on it is said to show the same thing. */
  readonly similarity: number;
}

/** Photos compared at most. */
export const mostCandidates = 150;

/** Among more photos than these, enough have the very same bands, and near ones would be those of most photos. */
const manyPhotos = 25_000;

/**
 * Photos that look like this one, the most similar first. The index of bands gives those that have anything in common;
 * those with most in common are compared.
 * @param limit how many are given at most
 * @param except ids that are not asked for, such as the photo's own
 */
export async function lookalikes(
  fingerprint: Fingerprint,
  { limit = 20, except = [] }: { limit?: number; except?: readonly string[] } = {},
): Promise<Lookalike[]> {
  const known = await FingerprintModel.estimatedDocumentCount();
  const numbers = probes(fingerprint, { exact: known > manyPhotos });
  const found = await mostInCommon(numbers, known, mostCandidates + except.length);
  const candidates = found.filter((id) => !except.includes(id));
  return (await currentFingerprints(candidates))
    .map((candidate) => ({ photoId: candidate.photoId, similarity: similarity(fingerprint, candidate.fingerprint) }))
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, limit);
}
