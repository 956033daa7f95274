import { model, Schema } from 'mongoose';

/**
 * That a case, or its customer, was erased. It says nothing of anybody, outlives a restore, and lets what a backup brings
 * back be erased again.
 */
export interface TombstoneRecord {
  /** Appeal id. */
  _id: string;
  goes: 'everything' | 'customer';
  at: Date;
}

const schema = new Schema<TombstoneRecord>(
  {
    _id: { type: String, required: true },
    goes: { type: String, enum: ['everything', 'customer'], required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

export const TombstoneModel = model('Tombstone', schema);
