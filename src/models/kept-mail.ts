import { model, Schema, type Types } from 'mongoose';
import { type KeptMailReason, type KeptMailState, keptMailReasons, keptMailStates } from '../domain/kept-mail';

/** A mail that is kept as it came, for agents alone. */
export interface KeptMailRecord {
  _id: Types.ObjectId;
  /** SHA-256 of its bytes: the same mail is kept once. */
  key: string;
  state: KeptMailState;
  reason: KeptMailReason;
  from: string;
  subject: string;
  words: string;
  messageId: string;
  /** As it came over the wire; of one too large only the beginning; null once discarded. */
  raw: Buffer | null;
  /** Appeal id: the case it seems to be about, or was given to. */
  appeal: string | null;
  /** The words it became. */
  message: string | null;
  receivedAt: Date;
  /** Account id of the agent who decided. */
  decidedBy: string | null;
}

const schema = new Schema<KeptMailRecord>(
  {
    key: { type: String, required: true, unique: true },
    state: { type: String, enum: keptMailStates, required: true },
    reason: { type: String, enum: keptMailReasons, required: true },
    from: { type: String, default: '' },
    subject: { type: String, default: '' },
    words: { type: String, default: '' },
    messageId: { type: String, default: '' },
    raw: { type: Buffer, default: null },
    appeal: { type: String, default: null },
    message: { type: String, default: null },
    receivedAt: { type: Date, required: true },
    decidedBy: { type: String, default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ state: 1, receivedAt: -1 });
schema.index({ appeal: 1 });

export const KeptMailModel = model('KeptMail', schema);
