import { model, Schema } from 'mongoose';

/** An agent who has a case before them, said anew every few seconds. */
export interface PresenceRecord {
  /** The case's id and the account's. */
  _id: string;
  appeal: string;
  account: string;
  at: Date;
  /** When they last had a form about it open. */
  editingAt: Date | null;
}

const schema = new Schema<PresenceRecord>(
  {
    _id: { type: String, required: true },
    appeal: { type: String, required: true },
    account: { type: String, required: true },
    at: { type: Date, required: true },
    editingAt: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ appeal: 1, at: 1 });
schema.index({ at: 1 }, { expireAfterSeconds: 60 });

export const PresenceModel = model('Presence', schema);
