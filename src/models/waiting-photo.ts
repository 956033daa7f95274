import { model, Schema } from 'mongoose';
import type { Picture } from '../domain/photo';
import { photoSchema } from './photo-schema';

/** A photo that was sent ahead of the form it belongs to, or with a form that was refused. */
export interface WaitingPhotoRecord {
  _id: string;
  /** Who sent it: an account by its id, a customer by their case; it waits for nobody else. */
  owner: string;
  photo: Picture;
  arrivedAt: Date;
}

const schema = new Schema<WaitingPhotoRecord>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    photo: { type: photoSchema, required: true },
    arrivedAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ owner: 1, arrivedAt: 1 });
// Those that were forgotten.
schema.index({ arrivedAt: 1 });
// Whether a photo is still needed.
schema.index({ 'photo.id': 1 });

export const WaitingPhotoModel = model('WaitingPhoto', schema);
