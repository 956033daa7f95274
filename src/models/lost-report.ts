import { model, Schema, type Types } from 'mongoose';

/** What somebody outside has lost, as they reported it on the public page; until an agent has dealt with it. */
export interface LostReportRecord {
  _id: Types.ObjectId;
  what: string;
  words: string;
  place: string;
  /** `YYYY-MM-DD` or empty. */
  lostOn: string;
  name: string;
  contact: string;
  at: Date;
}

const schema = new Schema<LostReportRecord>(
  {
    what: { type: String, required: true },
    words: { type: String, required: true },
    place: { type: String, default: '' },
    lostOn: { type: String, default: '' },
    name: { type: String, required: true },
    contact: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ at: 1, _id: 1 });

export const LostReportModel = model('LostReport', schema);
