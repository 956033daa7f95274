import { model, Schema } from 'mongoose';

/** A browser in which somebody wants to be told. */
export interface PushSubscriptionRecord {
  /** SHA-256 of the address, in hex. */
  _id: string;
  /** Account id. */
  account: string;
  /** Where the browser's maker takes messages for it; whoever knows it and the keys may write there. */
  endpoint: string;
  p256dh: string;
  auth: string;
  /** What the browser says that it is, for its owner to tell it from others. */
  device: string;
  since: Date;
}

const schema = new Schema<PushSubscriptionRecord>(
  {
    _id: { type: String, required: true },
    account: { type: String, required: true },
    endpoint: { type: String, required: true },
    p256dh: { type: String, required: true },
    auth: { type: String, required: true },
    device: { type: String, default: '' },
    since: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ account: 1 });

export const PushSubscriptionModel = model('PushSubscription', schema);
