import { model, Schema } from 'mongoose';
import type { Fingerprint } from '../domain/fingerprint';

/**
 * What a photo looks like, by the photo's id. In a collection of its own: an id stands for its pixels, so wherever a
 * photo is shown its fingerprint is the same, and no page that shows one has to load it.
 */
export interface FingerprintRecord extends Omit<Fingerprint, 'colours' | 'layout' | 'edges' | 'spots'> {
  _id: string;
  hashes: string[];
  colours: Buffer;
  layout: Buffer;
  edges: Buffer;
  spots: Buffer;
  /** The numbers it is found by; see `Bands`. Kept apart, as who looks for one sort would read past the other. */
  spotBands: number[];
  lookBands: number[];
}

const schema = new Schema<FingerprintRecord>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    hashes: [String],
    colours: Buffer,
    layout: Buffer,
    edges: Buffer,
    spots: Buffer,
    spotBands: [Number],
    lookBands: [Number],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ spotBands: 1 });
schema.index({ lookBands: 1 });

export const FingerprintModel = model('PhotoFingerprint', schema);
