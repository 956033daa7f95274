import { model, Schema, type Types } from 'mongoose';

/** A group of synonyms as an admin wants it; laid over the groups every installation starts with. */
export interface SynonymRecord {
  _id: Types.ObjectId;
  /** Key of the group it replaces, or one of its own. */
  key: string;
  /** Empty: the replaced group is none any more. */
  words: string[];
  /** Under which a group is looked up. */
  stems: string[];
  /** Account id. */
  changedBy: string;
  changedAt: Date;
}

const schema = new Schema<SynonymRecord>(
  {
    key: { type: String, required: true, unique: true },
    words: [String],
    stems: [String],
    changedBy: { type: String, required: true },
    changedAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ stems: 1 });

export const SynonymModel = model('Synonym', schema);
