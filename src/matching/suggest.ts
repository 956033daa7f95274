import type { Appeal, Kind } from '../domain/appeal';
import { agreement, candidateKey, type Suggestion } from '../domain/suggestion';
import { appealTokens } from '../domain/words/appeal-tokens';
import { fitOf, type WeighedWanted } from '../domain/words/compare';
import type { Described } from '../domain/words/describe';
import { indexTokens } from '../domain/words/index-tokens';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { type Alike, alikeThings } from './alike';
import { dismissedFor } from './dismissals';
import { appealSource, findSource, spareSource } from './sources';
import { suggestedFinds, suggestedSpare } from './suggested';
import { want } from './want';

/** Most of each kind. */
const most = { spare: 5, find: 3, appeal: 3 } as const;

/** What is looked for: an appeal that stands, or one that is being typed. */
export interface Sought {
  described: Described;
  kind: Kind;
  /** Null while it is being typed. */
  appealId: string | null;
}

/** @returns what of an appeal is looked for */
export function soughtBy(appeal: Appeal): Sought {
  return { described: appeal, kind: appeal.kind, appealId: appeal.id };
}

/**
 * What may be the thing an appeal seeks: spares first, then finds offered elsewhere, then appeals for the same. For
 * agents alone, as finds are no colleague's business.
 */
export async function suggest({ described, kind, appealId }: Sought): Promise<Suggestion[]> {
  const wanted = await want(described);
  const dismissed = appealId ? await dismissedFor(appealId) : new Set<string>();
  const [spares, finds, appeals] = await Promise.all([
    kind === 'item' ? alikeThings(spareSource, wanted) : [],
    kind === 'item' ? alikeThings(findSource, wanted) : [],
    alikeThings({ ...appealSource, filter: { ...appealSource.filter, kind } }, wanted),
  ]);
  const elsewhere = <Row extends AppealRecord>({ row }: Alike<Row>) => row._id.toHexString() !== appealId;
  const isNew = (one: Suggestion) => !dismissed.has(candidateKey(one));
  const fitting = <Row>({ fit }: Alike<Row>) => Math.max(fit.title, fit.share) >= agreement.shown;
  const same = appeals
    .filter(elsewhere)
    .filter(fitting)
    .slice(0, most.appeal + dismissed.size);
  return [
    ...spares.filter(fitting).map(suggestedSpare).filter(isNew).slice(0, most.spare),
    ...finds.filter(elsewhere).filter(fitting).flatMap(suggestedFinds).filter(isNew).slice(0, most.find),
    ...(await Promise.all(same.map((alike) => suggestedAppeal(alike, described)))).filter(isNew).slice(0, most.appeal),
  ];
}

/** Two appeals are for the same thing when each says what the other says. */
async function suggestedAppeal({ row, fit }: Alike<AppealRecord>, described: Described): Promise<Suggestion> {
  const isCandidate = fit.share >= agreement.likely && !fit.contradicts;
  return {
    kind: 'appeal',
    id: row._id.toHexString(),
    appealId: row._id.toHexString(),
    title: row.title,
    place: row.place,
    photo: row.photos[0] ?? null,
    quantity: 1,
    words: fit.words,
    share: fit.share,
    likely: isCandidate && (await saysAsMuch(row, described)),
  };
}

async function saysAsMuch({ _id }: AppealRecord, described: Described): Promise<boolean> {
  const other = await AppealModel.findById(_id).select('title story sought place hashtags').lean();
  if (!other) return false;
  const wanted: WeighedWanted[] = await want(other);
  const back = fitOf(wanted, new Set(appealTokens(described)), new Set(indexTokens(described.title)));
  return back.share >= agreement.likely && !back.contradicts;
}
