import { nearTokens } from '../domain/words/near-tokens';
import { TokenModel } from '../models/token';

/**
 * Counts the tokens of a published thing that was written, changed or taken away. A crash in between leaves a count
 * wrong by one, which shifts a weight a little; `words:index` counts anew.
 * @param before what it held, none when it is new
 * @param after what it holds now, none when it is gone
 */
export async function learnTokens(before: readonly string[], after: readonly string[]): Promise<void> {
  const [had, has] = [new Set(before), new Set(after)];
  const added = after.filter((token) => !had.has(token));
  const dropped = before.filter((token) => !has.has(token));
  if (added.length + dropped.length === 0) return;
  await TokenModel.bulkWrite(
    [...added.map((token) => counted(token, 1)), ...dropped.map((token) => counted(token, -1))],
    {
      ordered: false,
    },
  );
  // A word nobody shows any more, such as a name that was taken out, is forgotten.
  if (dropped.length > 0) await TokenModel.deleteMany({ _id: { $in: dropped }, count: { $lte: 0 } });
}

function counted(token: string, by: number) {
  return {
    updateOne: {
      filter: { _id: token },
      update: { $inc: { count: by }, $setOnInsert: { near: nearTokens(token) } },
      upsert: true,
    },
  };
}
