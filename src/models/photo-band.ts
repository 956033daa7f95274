import { model, Schema } from 'mongoose';

/**
 * The photos that have a band, a part of their fingerprint's codes, in common: an inverted index. A question looks some
 * hundred bands up by their numbers and reads nothing of photos that have none of them; what a photo has in common with
 * the one asked for is counted without its record.
 */
export interface BandRecord {
  /** The band's number; see `bands`. */
  _id: number;
  /** Ids of photos. */
  photos: string[];
}

const schema = new Schema<BandRecord>(
  { _id: { type: Number, required: true }, photos: [String] },
  { strict: 'throw', versionKey: false },
);

export const BandModel = model('PhotoBand', schema);
