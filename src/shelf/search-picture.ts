import type { Spare } from '../domain/spare';
import { bestLook, type Looks } from '../matching/looks';
import { SpareModel } from '../models/spare';
import { toSpare } from './spare-record';

const mostShown = 12;
/** Less is no likeness. */
const least = 0.05;

/** Things on the shelf whose photos look like one, the most alike first. */
export async function sparesLooking(looks: Looks): Promise<{ spare: Spare; look: number }[]> {
  const records = await SpareModel.find({
    'photos.id': { $in: [...looks.keys()] },
    free: { $gt: 0 },
    withdrawnAt: null,
  })
    .limit(2 * mostShown)
    .lean();
  return records
    .map((record) => ({
      spare: toSpare(record),
      look: bestLook(
        looks,
        record.photos.map(({ id }) => id),
      ),
    }))
    .filter(({ look }) => look >= least)
    .sort((one, other) => other.look - one.look)
    .slice(0, mostShown);
}
