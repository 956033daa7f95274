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
  /** Whether all its bands name it; until then it is not found by them. */
  filed: boolean;
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
    filed: Boolean,
  },
  { strict: 'throw', versionKey: false },
);

export const FingerprintModel = model('PhotoFingerprint', schema);
