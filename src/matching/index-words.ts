import { publishedStatuses } from '../domain/appeal-status';
import { appealTokens, findTokens, openTokens } from '../domain/words/appeal-tokens';
import { nearTokens } from '../domain/words/near-tokens';
import { spareTokens } from '../domain/words/spare-tokens';
import { AppealModel } from '../models/appeal';
import { SpareModel } from '../models/spare';
import { TokenModel } from '../models/token';

const batch = 500;

/** What was made anew. */
export interface Indexed {
  appeals: number;
  spares: number;
  tokens: number;
}

/**
 * Makes the tokens of everything anew and counts them: after the words are cut otherwise, or when a count has drifted.
 * It may run while people work; what they write meanwhile may be counted once too often or too rarely.
 */
export async function indexWords(): Promise<Indexed> {
  const counts = new Map<string, number>();
  const count = (tokens: readonly string[]) => {
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  };
  const appeals = await indexAppeals(count);
  const spares = await indexSpares(count);
  await writeCounts(counts);
  return { appeals, spares, tokens: counts.size };
}

async function indexAppeals(count: (tokens: readonly string[]) => void): Promise<number> {
  return inBatches(
    AppealModel.find().select('kind status withheld title story sought place hashtags finds').lean().cursor(),
    async (records) => {
      const made = records.map((record) => {
        const tokens = appealTokens(record);
        return { ...record, tokens, openTokens: openTokens(record.status, tokens), findTokens: findTokens(record) };
      });
      for (const { status, withheld, tokens } of made)
        if (publishedStatuses.includes(status) && !withheld) count(tokens);
      await AppealModel.bulkWrite(
        made.map(({ _id, tokens, openTokens: ofOpen, findTokens: ofFinds }) => ({
          updateOne: { filter: { _id }, update: { $set: { tokens, openTokens: ofOpen, findTokens: ofFinds } } },
        })),
      );
    },
  );
}

async function indexSpares(count: (tokens: readonly string[]) => void): Promise<number> {
  return inBatches(SpareModel.find().lean().cursor(), async (records) => {
    const made = records.map((record) => ({ _id: record._id, tokens: spareTokens(record) }));
    for (const { tokens } of made) count(tokens);
    await SpareModel.bulkWrite(
      made.map(({ _id, tokens }) => ({ updateOne: { filter: { _id }, update: { $set: { tokens } } } })),
    );
  });
}

/** @returns how many there were */
async function inBatches<Item>(items: AsyncIterable<Item>, work: (batch: Item[]) => Promise<void>): Promise<number> {
  let [waiting, done] = [[] as Item[], 0];
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length < batch) continue;
    await work(waiting);
    done += waiting.length;
    waiting = [];
  }
  if (waiting.length > 0) await work(waiting);
  return done + waiting.length;
}

async function writeCounts(counts: ReadonlyMap<string, number>): Promise<void> {
  await TokenModel.deleteMany({});
  const records = [...counts].map(([token, count]) => ({ _id: token, near: nearTokens(token), count }));
  for (let start = 0; start < records.length; start += batch)
    await TokenModel.insertMany(records.slice(start, start + batch), { ordered: false, lean: true });
}
