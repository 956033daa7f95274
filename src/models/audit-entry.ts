import { model, Schema } from 'mongoose';
import { type AuditAction, auditActionNames, type ReadingReason, readingReasons } from '../domain/audit';

/** One entry of the audit. Written once, by the trail alone; see `audit/trail.ts`. */
export interface AuditEntryRecord {
  /** Its number: they count from 1 without a gap. */
  _id: number;
  at: Date;
  /** Account id, `customer` or `system`. */
  by: string;
  roles: string;
  action: AuditAction;
  /** Id of what it is about. */
  object: string;
  reason: ReadingReason | null;
  /** Digest of what was said in words; they lie beside it, see `audit/words.ts`. */
  words: string;
  detail: string;
  request: string;
  /** HMAC of all this and the seal of the entry before. */
  seal: string;
}

const schema = new Schema<AuditEntryRecord>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    roles: { type: String, default: '' },
    action: { type: String, enum: auditActionNames, required: true },
    object: { type: String, default: '' },
    reason: { type: String, enum: [...readingReasons, null], default: null },
    words: { type: String, default: '' },
    detail: { type: String, default: '' },
    request: { type: String, default: '' },
    seal: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
);

// The page: newest first, by who, by what, by case; and the reasons that hold.
schema.index({ at: -1, _id: -1 });
schema.index({ by: 1, at: -1, _id: -1 });
schema.index({ action: 1, at: -1, _id: -1 });
schema.index({ object: 1, at: -1, _id: -1 });

export const AuditEntryModel = model('AuditEntry', schema);
