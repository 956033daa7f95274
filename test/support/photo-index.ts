import { type Bands, bands, type Fingerprint, probes, similarity } from '../../src/domain/fingerprint';
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
  const places = { spots: placesByBand(photos, 'spots'), look: placesByBand(photos, 'look') };
  return (fingerprint) => {
    const { spots, look } = probes(fingerprint);
    const candidates = new Set([...mostInCommon(places.spots, spots), ...mostInCommon(places.look, look)]);
    return [...candidates]
      .map((place) => photos[place] as KnownPhoto)
      .map((photo) => ({ id: photo.id, similarity: similarity(fingerprint, photo.fingerprint) }))
      .sort((one, other) => other.similarity - one.similarity);
  };
}

function placesByBand(photos: readonly KnownPhoto[], sort: keyof Bands): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { fingerprint }] of photos.entries())
    for (const band of bands(fingerprint)[sort]) {
      const known = places.get(band);
      if (known) known.push(place);
      else places.set(band, [place]);
    }
  return places;
}

function mostInCommon(places: ReadonlyMap<number, number[]>, numbers: readonly number[]): number[] {
  const common = new Map<number, number>();
  for (const number of numbers)
    for (const place of places.get(number) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
  const most = [...common].sort((one, other) => other[1] - one[1]).slice(0, mostCandidates);
  return most.map(([place]) => place);
}
