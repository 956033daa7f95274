import { bands, type Fingerprint, probes, similarity } from '../../src/domain/fingerprint';
import { weightiest } from '../../src/matching/bands';
import { mostCandidates } from '../../src/matching/lookalikes';

/** A photo known by an id. */
export interface KnownPhoto {
  readonly id: string;
  readonly fingerprint: Fingerprint;
}

/** A known photo, and how alike it looks. */
export interface Found {
  readonly id: string;
  readonly similarity: number;
}

/**
 * The index of the database, in memory: the same numbers, the same order, as many candidates.
 * @returns finds the photos that look like one, the most similar first
 */
export function photoIndex(photos: readonly KnownPhoto[]): (fingerprint: Fingerprint) => Found[] {
  const places = placesByBand(photos);
  return (fingerprint) => {
    const lists = probes(fingerprint).map((number) => places.get(number) ?? []);
    return weightiest(lists, photos.length, mostCandidates)
      .map((place) => photos[place] as KnownPhoto)
      .map((photo) => ({ id: photo.id, similarity: similarity(fingerprint, photo.fingerprint) }))
      .sort((one, other) => other.similarity - one.similarity);
  };
}

function placesByBand(photos: readonly KnownPhoto[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { fingerprint }] of photos.entries())
    for (const band of bands(fingerprint)) {
      const known = places.get(band);
      if (known) known.push(place);
      else places.set(band, [place]);
    }
  return places;
}
