import { model, Schema } from 'mongoose';

/** Something that counts once and has been used; kept until it is too old to be used anyway. */
interface UsedTokenRecord {
  /** SHA-256 of what tells it from others, in hex. */
  _id: string;
  expiresAt: Date;
}

const schema = new Schema<UsedTokenRecord>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { strict: 'throw', versionKey: false },
);

schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const UsedTokenModel = model('UsedToken', schema);
