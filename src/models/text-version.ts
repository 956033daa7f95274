import { model, Schema, type Types } from 'mongoose';
import { type Language, languages } from '../domain/languages';
import { type TextPiece, textPieces } from '../domain/text-pieces';

/** One version of a text admins have changed. Versions are added, never rewritten; the house's own text is version 0. */
export interface TextVersionRecord {
  _id: Types.ObjectId;
  piece: TextPiece;
  language: Language;
  version: number;
  text: string;
  /** Account id of the admin. */
  writtenBy: string;
  writtenAt: Date;
}

const schema = new Schema<TextVersionRecord>(
  {
    piece: { type: String, enum: textPieces, required: true },
    language: { type: String, enum: languages, required: true },
    version: { type: Number, required: true },
    text: { type: String, required: true },
    writtenBy: { type: String, required: true },
    writtenAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ piece: 1, language: 1, version: -1 }, { unique: true });

export const TextVersionModel = model('TextVersion', schema);
