import { looksAlike } from '../domain/fingerprint';
import { agreement, type Suggestion, saysTheSame } from '../domain/suggestion';
import type { AppealRecord } from '../models/appeal';
import type { SpareRecord } from '../models/spare';
import type { Alike } from './alike';

/** @returns a spare as it is suggested */
export function suggestedSpare(alike: Alike<SpareRecord>, entryId: string | null = null): Suggestion {
  const { row } = alike;
  return {
    kind: 'spare',
    id: row._id.toHexString(),
    appealId: null,
    title: row.title,
    place: row.place,
    photo: row.photos[0] ?? null,
    quantity: row.free,
    ...reasons(alike, entryId),
  };
}

/** @returns the open finds of an appeal as they are suggested */
export function suggestedFinds(alike: Alike<AppealRecord>, entryId: string | null = null): Suggestion[] {
  const { row } = alike;
  const open = row.finds.filter(({ state }) => state === 'offered');
  return open.map(({ id, place, photo, quantity }) => ({
    kind: 'find',
    id,
    appealId: row._id.toHexString(),
    title: row.title,
    place,
    photo: photo ?? row.photos[0] ?? null,
    quantity,
    ...reasons(alike, entryId),
  }));
}

/** @returns why a thing is suggested */
function reasons(
  { row, fit, look }: Alike<{ entryId?: string | null }>,
  entryId: string | null,
): Pick<Suggestion, 'words' | 'share' | 'look' | 'sameEntry' | 'likely'> {
  const sameEntry = entryId !== null && row.entryId === entryId;
  return {
    words: fit.words,
    share: fit.share,
    look: look >= agreement.look ? look : null,
    sameEntry,
    likely: sameEntry || saysTheSame(fit) || look >= looksAlike,
  };
}

/** @returns an appeal for the same thing as it is suggested; one for another thing of the same kind is not the same */
export function suggestedAppeal(alike: Alike<AppealRecord>, entryId: string | null = null): Suggestion {
  const { row, fit, look } = alike;
  return {
    kind: 'appeal',
    id: row._id.toHexString(),
    appealId: row._id.toHexString(),
    title: row.title,
    place: row.place,
    photo: row.photos[0] ?? null,
    quantity: 1,
    ...reasons(alike, entryId),
    likely: saysTheSame(fit) || look >= looksAlike,
  };
}
