import { model, Schema } from 'mongoose';

/** A token of the search, as published things hold it. What no colleague may read is never counted here. */
export interface TokenRecord {
  _id: string;
  /** What it is near to: itself with a letter left out, and `-` with each of its longer ends. */
  near: string[];
  /** Published appeals and spares that hold it. */
  count: number;
}

const schema = new Schema<TokenRecord>(
  { _id: { type: String, required: true }, near: [String], count: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);

schema.index({ near: 1 });

export const TokenModel = model('Token', schema);
