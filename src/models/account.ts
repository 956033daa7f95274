import { model, Schema } from 'mongoose';
import { type Role, roles } from '../domain/actor';
import { type Language, languages } from '../domain/languages';

/** An employee's account. */
export interface AccountRecord {
  name: string;
  /** Lower case; the name to sign in with. */
  email: string;
  /** Argon2id, in the PHC string format. */
  passwordHash: string;
  roles: Role[];
  /** Null: as the browser asks. */
  language: Language | null;
  /** Where to send in-house post: site, building, room. */
  place: string;
  /** They never want to be asked whether they are a person somebody seeks; missing where they have not said. */
  neverSought?: boolean;
  createdAt: Date;
  /** Since when nobody signs in with it; null: it is in use. What its owner did keeps their name. */
  deactivatedAt: Date | null;
  /** The link by which its owner sets a password; null when there is none, or it was used. */
  invitation: Invitation | null;
  /** Who they are at the identity provider, which alone lets them in then; null: they sign in here. */
  identity: Identity | null;
  /** What a telephone makes codes with, asked for besides the password; null: it is not. */
  secondFactor: SecondFactor | null;
  /** The same while it is being set up. */
  offeredFactor: OfferedFactor | null;
  /** Beginnings of these are looked for: words of the name and the address, folded. */
  words: string[];
}

/** A link that was handed out; the token itself is kept nowhere. */
export interface Invitation {
  /** SHA-256 of the token. */
  hash: string;
  expiresAt: Date;
}

/** A person, as the identity provider tells them from others. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** Both can be read with the server's secret alone. */
export interface SecondFactor {
  sealed: string;
  /** Of the code that was used last; no earlier one counts. */
  step: number;
  /** SHA-256 of the codes that are left for whoever has lost the telephone. */
  recovery: string[];
  since: Date;
}

export interface OfferedFactor {
  sealed: string;
  at: Date;
}

const secondFactor = {
  sealed: { type: String, required: true },
  step: { type: Number, required: true },
  recovery: [String],
  since: { type: Date, required: true },
};
const offeredFactor = { sealed: { type: String, required: true }, at: { type: Date, required: true } };
const identity = { issuer: { type: String, required: true }, subject: { type: String, required: true } };
const invitation = { hash: { type: String, required: true }, expiresAt: { type: Date, required: true } };

const schema = new Schema<AccountRecord>(
  {
    name: { type: String, required: true },
    email: { type: String, required: true, unique: true },
    passwordHash: { type: String, required: true },
    roles: { type: [String], enum: roles, required: true },
    language: { type: String, enum: [...languages, null], default: null },
    place: { type: String, default: '' },
    neverSought: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
    deactivatedAt: { type: Date, default: null },
    invitation: { type: new Schema<Invitation>(invitation, { _id: false }), default: null },
    identity: { type: new Schema<Identity>(identity, { _id: false }), default: null },
    secondFactor: { type: new Schema<SecondFactor>(secondFactor, { _id: false }), default: null },
    offeredFactor: { type: new Schema<OfferedFactor>(offeredFactor, { _id: false }), default: null },
    words: [String],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ name: 1, _id: 1 });
schema.index({ words: 1 });
schema.index({ 'identity.subject': 1, 'identity.issuer': 1 }, { unique: true, sparse: true });
schema.index({ 'invitation.hash': 1 }, { sparse: true });

export const AccountModel = model('Account', schema);
