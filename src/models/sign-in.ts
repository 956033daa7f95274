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
  /** By the word of whom, where somebody has their account elsewhere; null: they signed in here. */
  provided: Provided | null;
}

/** The identity provider's word. */
export interface Provided {
  issuer: string;
  subject: string;
  /** Its own name of the session; null where it gives none. */
  sid: string | null;
  /** What it is asked again with, sealed. */
  tokens: string;
  askedAt: Date;
  confirmedAt: Date;
}

export const devices = ['desktop', 'mobile', 'tablet', 'unknown'] as const;
export type Device = (typeof devices)[number];

const provided = {
  issuer: { type: String, required: true },
  subject: { type: String, required: true },
  sid: { type: String, default: null },
  tokens: { type: String, required: true },
  askedAt: { type: Date, required: true },
  confirmedAt: { type: Date, required: true },
};

const schema = new Schema<SignInRecord>(
  {
    account: { type: String, required: true },
    browser: { type: String, default: '' },
    system: { type: String, default: '' },
    device: { type: String, enum: devices, required: true },
    at: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    provided: { type: new Schema<Provided>(provided, { _id: false }), default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ account: 1 });
schema.index({ 'provided.subject': 1 }, { sparse: true });
schema.index({ 'provided.sid': 1 }, { sparse: true });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SignInModel = model('SignIn', schema);
