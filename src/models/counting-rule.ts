import { model, Schema } from 'mongoose';

/** By which rule the numbers were counted; another one counts everything anew. */
export interface CountingRuleRecord {
  _id: 'rule';
  rule: string;
}

const schema = new Schema<CountingRuleRecord>(
  { _id: { type: String, required: true }, rule: { type: String, required: true } },
  { strict: 'throw', versionKey: false },
);

export const CountingRuleModel = model('CountingRule', schema);
