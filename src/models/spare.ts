import { model, Schema, type Types } from 'mongoose';
import { conditions } from '../domain/find';
import { reservationStates, type Spare } from '../domain/spare';
import { photoSchema } from './photo-schema';

/** A spare as stored: the domain's spare, and what keeps it in order. */
export interface SpareRecord extends Omit<Spare, 'id'> {
  _id: Types.ObjectId;
  /** The find it is the surplus of, one spare a find; missing when it was offered freely. */
  find?: string;
  /** When its reservations are next compared with the appeals; null while none can change. */
  settleAt: Date | null;
  /** When its holder is reminded again, should they not have confirmed by then; null before the first time. */
  remindAt: Date | null;
  /** What it is found by. */
  tokens: string[];
}

const attribute = new Schema({ label: String, value: String }, { _id: false });

const reservation = new Schema(
  {
    findId: { type: String, required: true },
    appealId: { type: String, required: true },
    quantity: { type: Number, required: true },
    state: { type: String, enum: reservationStates, required: true },
    at: { type: Date, required: true },
  },
  { _id: false },
);

const schema = new Schema<SpareRecord>(
  {
    version: { type: Number, required: true },
    title: { type: String, required: true },
    words: { type: String, default: '' },
    attributes: [attribute],
    tags: [String],
    condition: { type: String, enum: conditions, required: true },
    quantity: { type: Number, required: true },
    free: { type: Number, required: true },
    place: { type: String, default: '' },
    holder: { type: String, required: true },
    nameForCustomer: { type: Boolean, default: false },
    photos: [photoSchema],
    entryId: { type: String, default: null },
    appeal: { type: String, default: null },
    find: String,
    reservations: [reservation],
    shelvedAt: { type: Date, required: true },
    confirmedAt: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
    settleAt: { type: Date, default: null },
    remindAt: { type: Date, default: null },
    tokens: [String],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ shelvedAt: -1, _id: -1 });
schema.index({ holder: 1, confirmedAt: 1 });
schema.index({ settleAt: 1 });
schema.index({ confirmedAt: 1, remindAt: 1 });
schema.index({ tokens: 1, shelvedAt: -1, _id: -1 });
schema.index({ entryId: 1, shelvedAt: -1 });
schema.index({ find: 1 }, { unique: true, partialFilterExpression: { find: { $exists: true } } });
// Whether a photo is still needed.
schema.index({ 'photos.id': 1 });

export const SpareModel = model('Spare', schema);
