import { model, Schema, type Types } from 'mongoose';
import { type PersonSearch, soughtAnswers } from '../domain/person-search';

/** What is known of the person sought in a case, in a record of its own: erasing it is erasing one record. */
export interface PersonSearchRecord extends Omit<PersonSearch, 'appealId'> {
  _id: Types.ObjectId;
  /** Appeal id. */
  appeal: string;
}

const hint = new Schema({ id: String, by: String, words: String, at: Date }, { _id: false, id: false });

const inquiry = new Schema(
  {
    id: { type: String, required: true },
    sought: { type: String, required: true },
    askedBy: { type: String, required: true },
    askedAt: { type: Date, required: true },
    words: { type: String, required: true },
    tokenHash: { type: String, required: true },
    answer: { type: String, enum: [...soughtAnswers, 'no_answer', null], default: null },
    answeredAt: { type: Date, default: null },
    agreed: { type: String, default: '' },
    sharedAt: { type: Date, default: null },
  },
  { _id: false, id: false },
);

const schema = new Schema<PersonSearchRecord>(
  {
    appeal: { type: String, required: true, unique: true },
    version: { type: Number, required: true },
    hints: [hint],
    inquiries: [inquiry],
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ 'inquiries.tokenHash': 1 });
schema.index({ 'inquiries.sought': 1 });
schema.index({ 'inquiries.answer': 1 });

export const PersonSearchModel = model('PersonSearch', schema);
