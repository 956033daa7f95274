import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import type { Suggestion } from '../domain/suggestion';
import type { Fit, WeighedWanted } from '../domain/words/compare';
import { parseQuery } from '../domain/words/query';
import { NotFound } from '../errors';
import { type Alike, alikeThings } from './alike';
import { findSource, spareSource } from './sources';
import { suggestedFinds, suggestedSpare } from './suggested';
import { want } from './want';
import { type Watch, watchesOf } from './watches';

/** A watch, and what is new for it. */
export interface WatchNews {
  watch: Watch;
  /** Title of the appeal it is for, or the words. */
  title: string;
  news: Suggestion[];
}

/** How much must agree for a thing to be news for an appeal. */
const enough = 0.45;
const mostNews = 12;

/**
 * What has come since an agent last looked, for each search they keep. Nothing is stored for it: it follows from what
 * stands there, so no crash loses a notice, and seeing it is moving one date.
 */
export async function watchNewsFor(actor: AccountActor): Promise<WatchNews[]> {
  const news = [];
  for (const watch of await watchesOf(actor)) news.push(await newsOf(actor, watch));
  return news.filter((one) => one !== null);
}

async function newsOf(actor: AccountActor, watch: Watch): Promise<WatchNews | null> {
  const wish = await wishOf(actor, watch);
  if (!wish) return null;
  const since = { $gt: watch.seenAt };
  const [spares, finds] = await Promise.all([
    alikeThings({ ...spareSource, filter: { $and: [spareSource.filter, { shelvedAt: since }] } }, wish.wanted),
    alikeThings(
      {
        ...findSource,
        filter: { $and: [findSource.filter, { finds: { $elemMatch: { state: 'offered', offeredAt: since } } }] },
      },
      wish.wanted,
    ),
  ]);
  const elsewhere = finds.filter(({ row }) => row._id.toHexString() !== watch.appeal);
  const isNews = <Row>({ fit }: Alike<Row>) => wish.fits(fit);
  const news = [
    ...spares.filter(isNews).map((alike) => suggestedSpare(alike)),
    ...elsewhere.filter(isNews).flatMap((alike) => suggestedFinds(alike)),
  ];
  return { watch, title: wish.title, news: news.slice(0, mostNews) };
}

interface Wish {
  title: string;
  wanted: WeighedWanted[];
  fits: (fit: Fit) => boolean;
}

/** @returns null when the appeal it was for is gone */
async function wishOf(actor: AccountActor, { text, appeal }: Watch): Promise<Wish | null> {
  if (!appeal) return wishOfWords(text);
  try {
    const described = await appealFor(actor, appeal);
    return {
      title: described.title,
      wanted: await want(described),
      fits: ({ share, title }) => Math.max(share, title) >= enough,
    };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Of words that were typed, all must be said. */
async function wishOfWords(text: string): Promise<Wish> {
  const wanted = await want({ title: parseQuery(text).text, story: '', sought: [], place: '', hashtags: [] });
  const all = new Set(wanted.map((one) => one.text.toLowerCase())).size;
  return { title: text, wanted, fits: ({ words }) => words.length >= all };
}
