import { fold, wordsIn } from '../domain/words/fold';
import { excerptOf, highlighted } from '../domain/words/highlight';
import { indexTokens } from '../domain/words/index-tokens';
import type { ParsedQuery } from '../domain/words/query';
import { saying, type Wanted } from '../domain/words/rank';
import { notionsOf } from '../domain/words/terms';
import { type Filter, newestFirst, type Reader } from '../matching/newest';
import { understand } from '../matching/understand';
import { AppealModel, type AppealRecord } from '../models/appeal';
import type { BoardQuery, BoardResult } from './board';
import { type Card, cardFields, pageSize, toCard } from './card';

type Candidate = Pick<
  AppealRecord,
  '_id' | 'kind' | 'title' | 'story' | 'sought' | 'place' | 'hashtags' | 'tokens' | 'publishedAt'
>;

/** What is asked of a candidate besides its place on the board. */
interface Search {
  wanted: readonly Wanted[];
  parsed: ParsedQuery;
  /** How many of the wanted things it must say. */
  least: number;
}

/** Appeals that are read for one search; ranking happens among these. */
const mostCandidates = 240;

const inTitle = 1.6;

/**
 * Appeals that say what was typed, the best first: in the same words, in other ones, with a slip, or as a beginning.
 * Where none says all of it, those that say most of it. Only tokens of published words are looked at.
 */
export async function searchBoard(query: BoardQuery, parsed: ParsedQuery, filters: Filter[]): Promise<BoardResult> {
  const wanted = await understand(notionsOf(parsed.text), { beginnings: true });
  const { asOf, offset } = positionOf(query.cursor);
  const within = [...filters, { publishedAt: { $lte: asOf } }];
  const all = await ranked({ wanted, parsed, least: wanted.length }, within, query);
  const partial = all.length === 0 && wanted.length > 2;
  const found = partial
    ? await ranked({ wanted, parsed, least: Math.floor(wanted.length / 2) + 1 }, within, query)
    : all;
  const shown = found.slice(offset, offset + pageSize);
  const next = found.length > offset + pageSize ? `${asOf.getTime()}-${offset + pageSize}` : null;
  return { items: await cardsOf(shown, wanted), next, partial: partial && found.length > 0 };
}

/** Pages of one search go on from the hour of the first one, so that nothing moves while others publish. */
function positionOf(cursor: string): { asOf: Date; offset: number } {
  const [, time, offset] = /^(\d{1,15})-(\d{1,4})$/.exec(cursor) ?? [];
  return { asOf: time ? new Date(Number(time)) : new Date(), offset: Number(offset ?? 0) };
}

async function ranked(search: Search, filters: Filter[], { order = 'relevance' }: BoardQuery): Promise<Candidate[]> {
  const candidates = await candidatesOf(search, filters);
  const rated = candidates
    .filter((candidate) => isMeant(candidate, search))
    .map((candidate) => ({ candidate, score: scoreOf(candidate, search.wanted) }));
  if (order === 'relevance') rated.sort((one, other) => other.score - one.score);
  return rated.map(({ candidate }) => candidate);
}

/** The newest that may be meant, from the index; the rarest things lead. */
async function candidatesOf({ wanted, least, parsed }: Search, filters: Filter[]): Promise<Candidate[]> {
  const total = Math.max(1, await AppealModel.estimatedDocumentCount());
  const byRarity = [...wanted].sort((one, other) => one.holders - other.holders);
  const needed =
    least === wanted.length
      ? byRarity.map((one) => anyOf([one]))
      : [anyOf(byRarity.slice(0, wanted.length - least + 1))];
  const estimate = byRarity.slice(0, least).reduce((sum, { holders }) => sum * Math.min(1, holders / total), total);
  const texts = parsed.phrases.length > 0 ? 'kind title story sought place hashtags' : 'kind title place';
  if (wanted.length > 0 && byRarity[wanted.length - least]?.holders === 0) return [];
  const newest = newestFirst(readerOf(texts), 'tokens');
  return newest({ $and: [...needed, ...filters] }, { estimate, limit: mostCandidates });
}

/** One condition for all of them: of several, an index could be used for none. */
function anyOf(things: readonly Wanted[]): Filter {
  const tokens = things.flatMap(({ choices }) => choices.flatMap((choice) => choice.tokens.slice(0, 1)));
  return { tokens: { $in: [...new Set(tokens)] } };
}

function readerOf(texts: string): Reader<Candidate> {
  return {
    field: 'publishedAt',
    find: (filter, order, limit, index) =>
      AppealModel.find(filter, null, index ? { hint: index } : {})
        .select(`${texts} tokens publishedAt`)
        .sort({ publishedAt: order, _id: order })
        .limit(limit)
        .batchSize(limit)
        .lean(),
  };
}

function isMeant(candidate: Candidate, { wanted, least, parsed }: Search): boolean {
  const tokens = new Set(candidate.tokens);
  if (wanted.filter((one) => saying(one, tokens) > 0).length < least) return false;
  const place = fold(candidate.place);
  if (!parsed.place.every((word) => place.includes(word))) return false;
  return parsed.phrases.length === 0 || hasPhrases(candidate, parsed.phrases);
}

/** Where a phrase may stand: nobody is searched by words in which a name may stand. */
function textsOf({ kind, title, story, sought, place, hashtags }: Candidate): string[] {
  if (kind === 'person') return [place, ...hashtags];
  return [title, story, place, ...sought.flatMap(({ label, value }) => [label, value]), ...hashtags];
}

function hasPhrases(candidate: Candidate, phrases: readonly string[][]): boolean {
  const texts = textsOf(candidate);
  const running = texts.map(
    (text) =>
      ` ${wordsIn(text)
        .map(({ word }) => word)
        .join(' ')} `,
  );
  return phrases.every((words) => running.some((text) => text.includes(` ${words.join(' ')} `)));
}

function scoreOf({ kind, title, tokens }: Candidate, wanted: readonly Wanted[]): number {
  const [all, titleTokens] = [new Set(tokens), new Set(kind === 'person' ? [] : indexTokens(title))];
  return wanted.reduce((sum, one) => {
    const said = Math.max(saying(one, all), inTitle * saying(one, titleTokens));
    return sum + said * one.rarity;
  }, 0);
}

/** The cards of one page, in its order, with what was looked for marked. */
async function cardsOf(candidates: readonly Candidate[], wanted: readonly Wanted[]): Promise<Card[]> {
  const ids = candidates.map(({ _id }) => _id);
  const records = await AppealModel.find({ _id: { $in: ids } })
    .select(`${cardFields} story`)
    .lean();
  const byId = new Map(records.map((record) => [record._id.toHexString(), record]));
  const tokens = new Set(wanted.flatMap(({ choices }) => choices.flatMap((choice) => choice.tokens)));
  const mark = (text: string) => highlighted(text, tokens);
  return ids.flatMap((id) => {
    const record = byId.get(id.toHexString());
    if (record?.kind === 'person') return [toCard(record)];
    return record
      ? [toCard(record, { title: mark(record.title), excerpt: mark(excerptOf(record.story, tokens)) })]
      : [];
  });
}
