import { agreement, type Suggestion } from '../domain/suggestion';
import type { AppealRecord } from '../models/appeal';
import type { SpareRecord } from '../models/spare';
import type { Alike } from './alike';

/** @returns a spare as it is suggested */
export function suggestedSpare({ row, fit }: Alike<SpareRecord>): Suggestion {
  return {
    kind: 'spare',
    id: row._id.toHexString(),
    appealId: null,
    title: row.title,
    place: row.place,
    photo: row.photos[0] ?? null,
    quantity: row.free,
    words: fit.words,
    share: fit.share,
    likely: fit.share >= agreement.likely && !fit.contradicts,
  };
}

/** @returns the open finds of an appeal as they are suggested */
export function suggestedFinds({ row, fit }: Alike<AppealRecord>): Suggestion[] {
  const open = row.finds.filter(({ state }) => state === 'offered');
  return open.map(({ id, place, photo, quantity }) => ({
    kind: 'find',
    id,
    appealId: row._id.toHexString(),
    title: row.title,
    place,
    photo: photo ?? row.photos[0] ?? null,
    quantity,
    words: fit.words,
    share: fit.share,
    likely: fit.share >= agreement.likely && !fit.contradicts,
  }));
}
