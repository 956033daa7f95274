import { model, Schema, type Types } from 'mongoose';

/** A search an agent keeps: what matches and is new is told on their desk. */
export interface WatchRecord {
  _id: Types.ObjectId;
  /** Account id. */
  owner: string;
  /** As typed; empty where it is for an appeal. */
  text: string;
  /** Appeal id, where the search is what that appeal seeks; null otherwise. */
  appeal: string | null;
  /** What came earlier is no news. */
  seenAt: Date;
  expiresAt: Date;
}

const schema = new Schema<WatchRecord>(
  {
    owner: { type: String, required: true },
    text: { type: String, default: '' },
    appeal: { type: String, default: null },
    seenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ owner: 1, _id: -1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const WatchModel = model('Watch', schema);
