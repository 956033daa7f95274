import { model, Schema, type Types } from 'mongoose';

/** "Not this one": somebody has looked at a suggestion and said so. */
export interface DismissalRecord {
  _id: Types.ObjectId;
  /** Appeal id. */
  appeal: string;
  /** What was suggested: its kind and id. */
  candidate: string;
  /** Account id. */
  by: string;
  at: Date;
}

const schema = new Schema<DismissalRecord>(
  {
    appeal: { type: String, required: true },
    candidate: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ appeal: 1, candidate: 1 }, { unique: true });

export const DismissalModel = model('Dismissal', schema);
