import { model, Schema } from 'mongoose';
import { kinds } from '../domain/appeal';
import { channels } from '../domain/channels';
import type { CaseMarks } from '../domain/insights/day-numbers';

/** What one case adds to the numbers, as last counted. */
export interface CaseNumbersRecord extends CaseMarks {
  /** Appeal id. */
  _id: string;
  /** Of the appeal, when it was counted. */
  version: number;
  /** Grows with every count; whoever writes names the one they have read. */
  serial: number;
  /** Days the marks are on. */
  days: string[];
  /** Days whose numbers do not know this count yet. */
  staleDays: string[];
  /** Once this day is over, the case adds something though nothing happened; missing where nothing is open. */
  openUntil?: string | null;
}

const schema = new Schema<CaseNumbersRecord>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    serial: { type: Number, required: true },
    kind: { type: String, enum: kinds, required: true },
    channel: { type: String, enum: channels, required: true },
    place: { type: String, default: '' },
    // Typed by the union in the domain.
    marks: [{ type: Schema.Types.Mixed }],
    days: [String],
    staleDays: [String],
    openUntil: { type: String, default: null },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ days: 1 });
schema.index({ staleDays: 1 });
schema.index({ openUntil: 1 });

export const CaseNumbersModel = model('CaseNumbers', schema);
