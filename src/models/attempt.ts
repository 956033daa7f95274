import { model, Schema } from 'mongoose';

/** A counter of the rate limits, as `rate-limiter-flexible` keeps it; who is counted stands there as a digest. */
interface AttemptRecord {
  key: string;
  points: number;
  expire: Date | null;
}

const schema = new Schema<AttemptRecord>(
  { key: { type: String, required: true }, points: { type: Number, required: true }, expire: Date },
  { collection: 'attempts', versionKey: false },
);

schema.index({ key: 1 }, { unique: true });
schema.index({ expire: -1 }, { expireAfterSeconds: 0 });

/** Only its indexes are used: they stand before the first request, so that no counter is counted twice. */
export const AttemptModel = model('Attempt', schema);
