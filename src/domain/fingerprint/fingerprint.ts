/** Raised whenever what a fingerprint holds or means changes; `npm run photos:fingerprint` then takes them anew. */
export const fingerprintVersion = 1;

/**
 * What a photo looks like, in a few numbers: enough to tell whether another photo shows the same thing, however it lies,
 * whatever lies behind it. No picture can be made of it.
 */
export interface Fingerprint {
  readonly version: number;
  /** Perceptual hashes of 64 bits as hexadecimal digits: of the subject upright, then turned by each of `turns`. */
  readonly hashes: readonly string[];
  /** How much of the subject has which colour, light taken out; one byte for each of `colourBins`. */
  readonly colours: Uint8Array;
  /** The subject's colours on a grid: part of the subject, lightness, a and b, one byte each, row by row. */
  readonly layout: Uint8Array;
  /** Directions of the subject's edges, in four quarters. */
  readonly edges: Uint8Array;
  /** Spots that stand out, `spotBytes` each; see `spots.ts`. */
  readonly spots: Uint8Array;
}

/** Degrees by which the subject is turned for its hashes; the first is upright. */
export const turns = [0, -5, 5, -10, 10, -15, 15] as const;

/** Steps of a and of b, and of lightness, of the colour histogram. */
export const hueSteps = 7;
export const lightSteps = 3;
export const colourBins = hueSteps * hueSteps * lightSteps;

/** Cells along each side of the colour layout. */
export const layoutCells = 8;

/** Directions of edges; each quarter of the subject has as many. */
export const edgeDirections = 8;
