import { model, Schema, type Types } from 'mongoose';
import { type Channel, channels } from '../domain/channels';
import { type Language, languages } from '../domain/languages';
import { type MessageKind, type MessageState, messageKinds, messageStates, type PendingEvent } from '../domain/message';
import type { Photo } from '../domain/photo';
import { photoSchema } from './photo-schema';

/** Words between us and a customer. The timeline refers to them by id, so that erasing them leaves the facts. */
export interface MessageRecord {
  _id: Types.ObjectId;
  /** Appeal id. */
  appeal: string;
  kind: MessageKind;
  state: MessageState;
  channel: Channel;
  language: Language;
  subject: string;
  /** The status link stands in it as a placeholder, never in the clear. */
  body: string;
  /** E-mail address, frozen when the update was sent; empty for manual channels. */
  recipient: string;
  /** Where the agent posted it; empty until then. */
  postedLink: string;
  writtenAt: Date;
  /** When delivery is tried next; only while queued. */
  dueAt: Date | null;
  /** How often it was handed to a mail server since it was queued. */
  attempts: number;
  /** Stands until a server has taken the mail. */
  lastError: string;
  /** Whether a job stands for the mail. */
  planned: boolean;
  /** Since when an attempt is under way, whose outcome nobody knows yet. */
  sendingSince: Date | null;
  /** How often the mail was sent although an earlier attempt may have arrived. */
  repeats: number;
  /** The event that is just being written. */
  pending: PendingEvent | null;
  /** Pictures the customer sent along; for agents, and whoever the customer agreed to. */
  photos: Photo[];
  /** Of words that came by mail: the same mail is received once. */
  mailKey?: string;
}

const pending = new Schema<PendingEvent>(
  { type: { type: String }, by: { type: String, default: null }, at: Date },
  { _id: false },
);

const schema = new Schema<MessageRecord>(
  {
    appeal: { type: String, required: true },
    kind: { type: String, enum: messageKinds, required: true },
    state: { type: String, enum: messageStates, required: true },
    channel: { type: String, enum: channels, required: true },
    language: { type: String, enum: languages, required: true },
    subject: { type: String, default: '' },
    // A mail may hold photos alone.
    body: { type: String, default: '' },
    recipient: { type: String, default: '' },
    postedLink: { type: String, default: '' },
    writtenAt: { type: Date, required: true },
    dueAt: { type: Date, default: null },
    attempts: { type: Number, default: 0 },
    lastError: { type: String, default: '' },
    planned: { type: Boolean, default: false },
    sendingSince: { type: Date, default: null },
    repeats: { type: Number, default: 0 },
    pending: { type: pending, default: null },
    photos: { type: [photoSchema], default: [] },
    mailKey: { type: String },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ appeal: 1, writtenAt: 1 });
schema.index({ state: 1, dueAt: 1 });
// Seldom there, as it goes once the event is written.
schema.index({ 'pending.at': 1 }, { sparse: true });
schema.index({ 'photos.id': 1 });
schema.index({ mailKey: 1 }, { unique: true, partialFilterExpression: { mailKey: { $exists: true } } });

export const MessageModel = model('Message', schema);
