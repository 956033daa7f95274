import { model, Schema } from 'mongoose';

/**
 * What somebody said in their own words when the audit asked for a reason. It lies beside the entry, which seals a
 * digest of it alone, so that it can be erased with the case while the entry stays.
 */
export interface AuditWordsRecord {
  /** The digest, as it stands in the entry. */
  _id: string;
  /** Id of the case. */
  appeal: string;
  words: string;
  /** Goes into the digest, so that nobody can try out what erased words have been. */
  salt: string;
  at: Date;
}

const schema = new Schema<AuditWordsRecord>(
  {
    _id: { type: String, required: true },
    appeal: { type: String, required: true },
    words: { type: String, required: true },
    salt: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ appeal: 1 });
schema.index({ at: 1 });

export const AuditWordsModel = model('AuditWords', schema);
