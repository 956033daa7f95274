import { model, Schema } from 'mongoose';

/** That somebody is signed in somewhere. Whoever takes the record away ends it, whatever session goes with it. */
export interface SignInRecord {
  /** Account id. */
  account: string;
  /** What the browser says that it is; empty where it does not say. */
  browser: string;
  system: string;
  device: Device;
  at: Date;
  /** To within some minutes. */
  seenAt: Date;
  expiresAt: Date;
}

export const devices = ['desktop', 'mobile', 'tablet', 'unknown'] as const;
export type Device = (typeof devices)[number];

const schema = new Schema<SignInRecord>(
  {
    account: { type: String, required: true },
    browser: { type: String, default: '' },
    system: { type: String, default: '' },
    device: { type: String, enum: devices, required: true },
    at: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ account: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SignInModel = model('SignIn', schema);
