import { model, Schema } from 'mongoose';

/** A form that was sent, so that sending it twice does it once. */
export interface SubmissionRecord {
  /** Fingerprint of who sent what from which page; nothing of it can be read. */
  _id: string;
  /** Where the answer led; null while it is being worked on. */
  location: string | null;
  at: Date;
}

const schema = new Schema<SubmissionRecord>(
  {
    _id: { type: String, required: true },
    location: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

// As long as a page may stand open before its session has ended.
schema.index({ at: 1 }, { expireAfterSeconds: 12 * 60 * 60 });

export const SubmissionModel = model('Submission', schema);
