import { bestLook, type Looks } from '../matching/looks';
import { AppealModel, seenByAll } from '../models/appeal';
import { type Card, cardFields, pageSize, toCard } from './card';

/** An appeal with a photo that looks like the one looked for. */
export interface PicturedCard {
  card: Card;
  /** How alike, 0 to 1. */
  look: number;
}

/** Less is no likeness. */
const least = 0.05;

/**
 * Published appeals whose photos look like one, the most alike first; the same for everybody. Photos of drafts and of
 * finds are not looked at, and nobody is searched by their face.
 */
export async function appealsLooking(looks: Looks): Promise<PicturedCard[]> {
  const records = await AppealModel.find({
    'photos.id': { $in: [...looks.keys()] },
    kind: { $ne: 'person' },
    ...seenByAll,
  })
    .select(cardFields)
    .limit(2 * pageSize)
    .lean();
  return records
    .map((record) => ({
      card: toCard(record),
      look: bestLook(
        looks,
        record.photos.map(({ id }) => id),
      ),
    }))
    .filter(({ look }) => look >= least)
    .sort((one, other) => other.look - one.look)
    .slice(0, pageSize);
}
