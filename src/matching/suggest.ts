import type { Appeal, Kind } from '../domain/appeal';
import { agreement, candidateKey, type Suggestion } from '../domain/suggestion';
import type { WeighedWanted } from '../domain/words/compare';
import type { Described } from '../domain/words/describe';
import type { AppealRecord } from '../models/appeal';
import type { SpareRecord } from '../models/spare';
import { type Alike, alikeness, alikeThings } from './alike';
import { dismissedFor } from './dismissals';
import { looksOf } from './looks';
import { appealSource, findSource, spareSource } from './sources';
import { suggestedAppeal, suggestedFinds, suggestedSpare } from './suggested';
import { want } from './want';

/** Most of each kind. */
const most = { spare: 5, find: 3, appeal: 3 } as const;

/** What is looked for: an appeal that stands, or one that is being typed. */
export interface Sought {
  described: Described;
  kind: Kind;
  /** Ids. */
  photos: readonly string[];
  /** Of the catalogue. */
  entryId: string | null;
  /** Null while it is being typed. */
  appealId: string | null;
}

/** @returns what of an appeal is looked for */
export function soughtBy(appeal: Appeal): Sought {
  const { kind, id, photos, entryId } = appeal;
  return { described: appeal, kind, photos: photos.map((photo) => photo.id), entryId: entryId ?? null, appealId: id };
}

/**
 * What may be the thing an appeal seeks: spares first, then finds offered elsewhere, then appeals for the same. For
 * agents alone, as finds are no colleague's business.
 */
export async function suggest(sought: Sought): Promise<Suggestion[]> {
  const { described, kind, appealId, entryId } = sought;
  const [wanted, looks] = await Promise.all([want(described), looksOf(sought.photos)]);
  const dismissed = appealId ? await dismissedFor(appealId) : new Set<string>();
  const [spares, finds, appeals] = await Promise.all([
    kind === 'item' ? alikeThings(spareSource, wanted, looks) : [],
    kind === 'item' ? alikeThings(findSource, wanted, looks) : [],
    alikeThings({ ...appealSource, filter: { ...appealSource.filter, kind } }, wanted, looks),
  ]);
  const linked = kind === 'item' && entryId ? await linkedSpares(entryId, wanted) : [];
  const isNew = (one: Suggestion) => !dismissed.has(candidateKey(one));
  const elsewhere = (alike: Alike<AppealRecord>) => alike.row._id.toHexString() !== appealId;
  const same = appeals
    .filter(elsewhere)
    .filter(fitting)
    .slice(0, most.appeal + dismissed.size);
  const judged = same.map((alike) => suggestedAppeal(alike, entryId));
  return [
    ...firstOfEach([...linked, ...spares.filter(fitting)].map((alike) => suggestedSpare(alike, entryId)))
      .filter(isNew)
      .slice(0, most.spare),
    ...finds
      .filter(elsewhere)
      .filter(fitting)
      .flatMap((alike) => suggestedFinds(alike, entryId))
      .filter(isNew)
      .slice(0, most.find),
    ...judged.filter(isNew).slice(0, most.appeal),
  ];
}

function fitting<Row>({ fit, look }: Alike<Row>): boolean {
  return Math.max(fit.title, fit.share) >= agreement.shown || look >= agreement.look;
}

/** Things linked to the same entry of the catalogue match at once. */
function linkedSpares(entryId: string, wanted: WeighedWanted[]): Promise<Alike<SpareRecord>[]> {
  return spareSource
    .find({ $and: [{ entryId }, spareSource.filter] }, -1, most.spare)
    .then((rows) => rows.map((row) => alikeness(spareSource, row, wanted, new Map())));
}

function firstOfEach(suggestions: readonly Suggestion[]): Suggestion[] {
  const first = new Map<string, Suggestion>();
  for (const one of suggestions) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()];
}
