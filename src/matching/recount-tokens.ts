import { nearTokens } from '../domain/words/near-tokens';
import { AppealModel, seenByAll } from '../models/appeal';
import { SpareModel } from '../models/spare';
import { TokenModel } from '../models/token';

/**
 * Counts tokens anew, from what is there; a word nobody shows any more is forgotten. Unlike `learnTokens` it may be done
 * again after a crash.
 */
export async function recountTokens(tokens: readonly string[]): Promise<void> {
  for (const token of new Set(tokens)) {
    const count =
      (await AppealModel.countDocuments({ ...seenByAll, tokens: token })) +
      (await SpareModel.countDocuments({ tokens: token }));
    if (count === 0) await TokenModel.deleteOne({ _id: token });
    else await TokenModel.updateOne({ _id: token }, { $set: { count, near: nearTokens(token) } }, { upsert: true });
  }
}
