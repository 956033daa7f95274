import { model, Schema, type Types } from 'mongoose';
import { type ChatKind, chatKinds } from '../domain/chat';
import { type Language, languages } from '../domain/languages';

/** A room of a chat that new appeals are told in. */
export interface ChatHookRecord {
  _id: Types.ObjectId;
  kind: ChatKind;
  /** A secret: whoever knows it can write there. */
  url: string;
  language: Language;
  /** Account id. */
  addedBy: string;
  addedAt: Date;
  /** When it last took nothing; null while it does. */
  failingSince?: Date | null;
}

const schema = new Schema<ChatHookRecord>(
  {
    kind: { type: String, enum: chatKinds, required: true },
    url: { type: String, required: true },
    language: { type: String, enum: languages, required: true },
    addedBy: { type: String, required: true },
    addedAt: { type: Date, required: true },
    failingSince: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);

export const ChatHookModel = model('ChatHook', schema);
