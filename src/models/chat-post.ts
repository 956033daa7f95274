import { model, Schema } from 'mongoose';

/** That a new appeal is to be told in a room of a chat. */
export interface ChatPostRecord {
  /** Event id and hook id, so that nothing is told twice. */
  _id: string;
  appeal: string;
  hook: string;
  /** Missing once it was told, or given up. */
  dueAt?: Date;
  attempts: number;
  madeAt: Date;
}

const schema = new Schema<ChatPostRecord>(
  {
    _id: { type: String, required: true },
    appeal: { type: String, required: true },
    hook: { type: String, required: true },
    dueAt: Date,
    attempts: { type: Number, required: true },
    madeAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ dueAt: 1 }, { sparse: true });
schema.index({ madeAt: 1 }, { expireAfterSeconds: 90 * 24 * 60 * 60 });

export const ChatPostModel = model('ChatPost', schema);
