import { model, Schema } from 'mongoose';
import type { Cell } from '../domain/insights/day-numbers';

/** The numbers of one day. */
export interface DayNumbersRecord {
  /** `YYYY-MM-DD`, in the house's time zone. */
  _id: string;
  /** Grows with every count; whoever writes names the one they have read. */
  serial: number;
  cells: Cell[];
}

const schema = new Schema<DayNumbersRecord>(
  {
    _id: { type: String, required: true },
    serial: { type: Number, required: true },
    cells: [{ type: Schema.Types.Mixed }],
  },
  // A day may have nothing published, and says so.
  { strict: 'throw', versionKey: false, minimize: false },
);

export const DayNumbersModel = model('DayNumbers', schema);
