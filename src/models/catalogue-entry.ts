import { model, Schema, type Types } from 'mongoose';
import type { CatalogueEntry } from '../domain/catalogue-entry';
import { photoSchema } from './photo-schema';

/** A catalogue entry as stored. */
export interface CatalogueEntryRecord extends Omit<CatalogueEntry, 'id'> {
  _id: Types.ObjectId;
}

const attribute = new Schema({ label: String, value: String }, { _id: false });

const schema = new Schema<CatalogueEntryRecord>(
  {
    version: { type: Number, required: true },
    name: { type: String, required: true },
    year: { type: String, default: '' },
    campaign: { type: String, default: '' },
    words: { type: String, default: '' },
    attributes: [attribute],
    tags: [String],
    photos: [photoSchema],
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ name: 1, _id: 1 });
// Whether a photo is still needed.
schema.index({ 'photos.id': 1 });

export const CatalogueEntryModel = model('CatalogueEntry', schema);
