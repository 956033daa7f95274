import { model, Schema, type Types } from 'mongoose';
import { type Condition, conditions } from '../domain/find';
import type { Photo } from '../domain/photo';
import { photoSchema } from './photo-schema';

/** A thing on the shelf, kept for the next customer. */
export interface SpareRecord {
  _id: Types.ObjectId;
  title: string;
  words: string;
  condition: Condition;
  quantity: number;
  place: string;
  /** Account id of whoever keeps it. */
  holder: string;
  photo: Photo | null;
  /** Where it came from. */
  appeal: string;
  /** The find it is the surplus of; one spare a find. */
  find: string;
  shelvedAt: Date;
  /** What it is found by. */
  tokens: string[];
}

const schema = new Schema<SpareRecord>(
  {
    title: { type: String, required: true },
    words: { type: String, default: '' },
    condition: { type: String, enum: conditions, required: true },
    quantity: { type: Number, required: true },
    place: { type: String, default: '' },
    holder: { type: String, required: true },
    photo: { type: photoSchema, default: null },
    appeal: { type: String, required: true },
    find: { type: String, required: true, unique: true },
    shelvedAt: { type: Date, required: true },
    tokens: [String],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ shelvedAt: -1, _id: -1 });
schema.index({ tokens: 1, shelvedAt: -1 });
schema.index({ 'photo.id': 1 });

export const SpareModel = model('Spare', schema);
