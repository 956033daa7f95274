import { model, Schema } from 'mongoose';

/** By which somebody's feed reader is known. */
export interface FeedTokenRecord {
  /** Account id. */
  _id: string;
  /** The token is its HMAC under a key of the server. */
  nonce: string;
  /** SHA-256 of the token, in hex. */
  hash: string;
}

const schema = new Schema<FeedTokenRecord>(
  {
    _id: { type: String, required: true },
    nonce: { type: String, required: true },
    hash: { type: String, required: true, unique: true },
  },
  { strict: 'throw', versionKey: false },
);

export const FeedTokenModel = model('FeedToken', schema);
