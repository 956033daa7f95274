import { model, Schema, type Types } from 'mongoose';

/** Somebody outside who is told what happens. */
export interface EventHookRecord {
  _id: Types.ObjectId;
  url: string;
  /** Names of the events they want; none means all. */
  events: string[];
  /** The secret they check our signature with is its HMAC under a key of the server. */
  nonce: string;
  /** Account id. */
  addedBy: string;
  addedAt: Date;
  /** Since when they have taken nothing; null while they do. */
  failingSince: Date | null;
  /** Since when they are told nothing any more. */
  switchedOffAt: Date | null;
}

const schema = new Schema<EventHookRecord>(
  {
    url: { type: String, required: true },
    events: [String],
    nonce: { type: String, required: true },
    addedBy: { type: String, required: true },
    addedAt: { type: Date, required: true },
    failingSince: { type: Date, default: null },
    switchedOffAt: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);

export const EventHookModel = model('EventHook', schema);
