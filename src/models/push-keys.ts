import { model, Schema } from 'mongoose';

/** The pair of keys by which the makers of browsers know us (VAPID); there is one, kept for good. */
export interface PushKeysRecord {
  _id: 'vapid';
  publicKey: string;
  privateKey: string;
}

const schema = new Schema<PushKeysRecord>(
  {
    _id: { type: String, required: true },
    publicKey: { type: String, required: true },
    privateKey: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
);

export const PushKeysModel = model('PushKeys', schema);
