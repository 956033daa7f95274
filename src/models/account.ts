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
  /** Beginnings of these are looked for: words of the name and the address, folded. */
  words: string[];
}

/** A link that was handed out; the token itself is kept nowhere. */
export interface Invitation {
  /** SHA-256 of the token. */
  hash: string;
  expiresAt: Date;
}

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
    words: [String],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ name: 1, _id: 1 });
schema.index({ words: 1 });
schema.index({ 'invitation.hash': 1 }, { sparse: true });

export const AccountModel = model('Account', schema);
