import { model, Schema } from 'mongoose';

/** Where the audit ends, kept apart from it, so that a missing end is seen. There is one. */
export interface AuditHeadRecord {
  _id: string;
  /** Number of the last entry, and its seal. */
  number: number;
  seal: string;
  /** HMAC of both. */
  proof: string;
}

const schema = new Schema<AuditHeadRecord>(
  {
    _id: { type: String, required: true },
    number: { type: Number, required: true },
    seal: { type: String, required: true },
    proof: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
);

export const AuditHeadModel = model('AuditHead', schema);
