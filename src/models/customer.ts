import { model, Schema, type Types } from 'mongoose';
import { type Language, languages } from '../domain/languages';

/** The secret link to the status page, as kept: the link itself is never stored. */
export interface StatusLink {
  /** 256 random bits; together with the server's secret they give the token. */
  nonce: string;
  /** SHA-256 of the token, by which a visitor is recognised. */
  hash: string;
  expiresAt: Date;
}

/** The event a change of the link brings; with the customer until it is written. */
export interface LinkEvent {
  type: 'status_link_renewed' | 'status_link_revoked';
  /** Account id. */
  by: string;
  at: Date;
}

/** The customer of one case, in a record of their own: erasing a person is erasing this and their messages. */
export interface CustomerRecord {
  _id: Types.ObjectId;
  /** Appeal id. */
  appeal: string;
  name: string;
  /** Their name in the channel, such as @handle. */
  handle: string;
  email: string;
  /** Postal address, as it goes on the label. */
  address: string;
  language: Language;
  originalWords: string;
  postUrl: string;
  statusLink: StatusLink | null;
  linkEvent: LinkEvent | null;
}

const statusLink = new Schema({ nonce: String, hash: String, expiresAt: Date }, { _id: false });
const linkEvent = new Schema<LinkEvent>({ type: { type: String }, by: String, at: Date }, { _id: false });

const schema = new Schema<CustomerRecord>(
  {
    appeal: { type: String, required: true, unique: true },
    name: { type: String, default: '' },
    handle: { type: String, default: '' },
    email: { type: String, default: '' },
    address: { type: String, default: '' },
    language: { type: String, enum: languages, required: true },
    originalWords: { type: String, default: '' },
    postUrl: { type: String, default: '' },
    statusLink: { type: statusLink, default: null },
    linkEvent: { type: linkEvent, default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index(
  { 'statusLink.hash': 1 },
  { unique: true, partialFilterExpression: { 'statusLink.hash': { $exists: true } } },
);

schema.index({ 'linkEvent.at': 1 }, { sparse: true });

export const CustomerModel = model('Customer', schema);
