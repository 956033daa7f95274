import { model, Schema, type Types } from 'mongoose';
import { type ApiScope, apiScopes } from '../domain/api-scopes';

/** By which a program acts for an account. */
export interface ApiTokenRecord {
  _id: Types.ObjectId;
  /** Account id. */
  account: string;
  /** What its owner calls it. */
  name: string;
  scopes: ApiScope[];
  /** SHA-256 of the token, in hex; the token itself is kept nowhere. */
  hash: string;
  createdAt: Date;
  expiresAt: Date;
  /** The day it was last used on, and no closer than that; null when it never was. */
  usedOn: Date | null;
}

const schema = new Schema<ApiTokenRecord>(
  {
    account: { type: String, required: true },
    name: { type: String, required: true },
    scopes: { type: [String], enum: apiScopes, required: true },
    hash: { type: String, required: true, unique: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedOn: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ account: 1 });
// One that is over stands in the lists for a while, so that its owner sees why a program fails.
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 30 * 24 * 60 * 60 });

export const ApiTokenModel = model('ApiToken', schema);
