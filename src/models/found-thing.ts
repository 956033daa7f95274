import { model, Schema, type Types } from 'mongoose';
import { disposalWays, type FoundThing } from '../domain/found-thing';

/** What is withheld of a found thing, in a record of its own. */
export interface FoundThingRecord extends Omit<FoundThing, 'appealId'> {
  _id: Types.ObjectId;
  /** Appeal id. */
  appeal: string;
}

const verdict = new Schema({ right: Boolean, by: String, at: Date }, { _id: false });
const release = new Schema({ by: String, at: Date }, { _id: false });

const claim = new Schema(
  {
    id: { type: String, required: true },
    by: { type: String, default: null },
    name: { type: String, required: true },
    contact: { type: String, required: true },
    words: { type: String, default: '' },
    at: { type: Date, required: true },
    verdict: { type: verdict, default: null },
    release: { type: release, default: null },
  },
  { _id: false, id: false },
);

const disposal = new Schema(
  { way: { type: String, enum: disposalWays }, words: String, by: String, at: Date },
  { _id: false },
);

const schema = new Schema<FoundThingRecord>(
  {
    appeal: { type: String, required: true, unique: true },
    version: { type: Number, required: true },
    marks: { type: String, default: '' },
    question: { type: String, default: '' },
    claims: [claim],
    disposal: { type: disposal, default: null },
  },
  { strict: 'throw', versionKey: false },
);

// What waits for a second agent.
schema.index({ 'claims.verdict.right': 1 });

export const FoundThingModel = model('FoundThing', schema);
