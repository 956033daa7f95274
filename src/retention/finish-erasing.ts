import { removeUnused } from '../appeals/keep-photos';
import { recountTokens } from '../matching/recount-tokens';
import { AppealModel, type AppealRecord } from '../models/appeal';
import type { PhotoStore } from '../photos/photo-store';
import { askForCompaction } from '../store/compact-mark';
import { eraseBeside, eraseCustomerBeside } from './erase-beside';
import { keptThanks } from './kept-thanks';
import { bury } from './tombstones';

/** What erasing works on. */
export interface ErasingTools {
  readonly photoStore: PhotoStore;
  readonly dataDir: string;
}

/**
 * Takes away all that lies beside the cases whose erasing was begun. The case names what is still to go until everything
 * else is gone, so it may be interrupted anywhere and done again, and by several processes.
 */
export async function finishErasing(tools: ErasingTools): Promise<void> {
  const begun = await AppealModel.find({ erasedPhotos: { $exists: true } }, { _id: 1 }).lean();
  for (const { _id } of begun) {
    const record = await AppealModel.findById(_id).lean();
    if (record) await finish(record, tools);
  }
}

async function finish(record: AppealRecord, tools: ErasingTools): Promise<void> {
  const { _id, erasedAt, customerErasedAt, erasedPhotos = [], erasedTokens = [] } = record;
  const id = _id.toHexString();
  const at = erasedAt ?? customerErasedAt ?? new Date();
  await bury({ _id: id, goes: erasedAt ? 'everything' : 'customer', at }, tools.dataDir);
  if (erasedAt) await eraseBeside(id, tools.dataDir);
  else await eraseCustomerBeside(id, tools.dataDir, keptThanks(record));
  await removeUnused(tools.photoStore, erasedPhotos);
  await recountTokens(erasedTokens);
  askForCompaction(tools.dataDir);
  await AppealModel.updateOne({ _id }, { $unset: { erasedPhotos: 1, erasedTokens: 1 } });
}
