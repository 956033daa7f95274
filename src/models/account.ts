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
  createdAt: Date;
}

const schema = new Schema<AccountRecord>(
  {
    name: { type: String, required: true },
    email: { type: String, required: true, unique: true },
    passwordHash: { type: String, required: true },
    roles: { type: [String], enum: roles, required: true },
    language: { type: String, enum: [...languages, null], default: null },
    place: { type: String, default: '' },
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

export const AccountModel = model('Account', schema);
