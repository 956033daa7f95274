import type { Types } from 'mongoose';
import { type Fit, fitOf, type WeighedWanted } from '../domain/words/compare';
import { fused } from '../domain/words/fuse';
import { indexTokens } from '../domain/words/index-tokens';
import { bestLook, type Looks } from './looks';
import { type Filter, type Newest, newestFirst, type Reader } from './newest';

/** Where alike things are looked for, and how. */
export interface Source<Row> extends Reader<Row> {
  /** Field with the tokens. */
  tokens: keyof Row & string;
  /** What else must be. */
  filter: Filter;
  /** Fields with ids of photos, and those of a row. */
  photoFields: readonly string[];
  photosOf: (row: Row) => string[];
  /** How many are stored. */
  count: () => Promise<number>;
}

/** A stored thing, and how well it fits. */
export interface Alike<Row> {
  row: Row;
  fit: Fit;
  /** How alike a photo of it looks; 0 where there is none. */
  look: number;
  /** Both together, 0 to 1. */
  sureness: number;
}

/** Things read because they say something rare, and for each pair of common things. */
const [mostRare, mostPaired] = [200, 120];

/** Rare things a description says, of which candidates are made. */
const leading = 8;

/**
 * Stored things that say what a description says or look like its photos, the best first. However much is stored, a
 * few hundred are read: those that say one of its rarest things, and where even these are common, those that say two.
 */
export async function alikeThings<Row extends { _id: Types.ObjectId; title: string }>(
  source: Source<Row>,
  wanted: readonly WeighedWanted[],
  looks: Looks = new Map(),
): Promise<Alike<Row>[]> {
  const [said, seen] = await Promise.all([candidatesOf(source, wanted), pictured(source, looks)]);
  const rows = [...new Map([...said, ...seen].map((row) => [row._id.toHexString(), row])).values()];
  return rows
    .map((row) => alikeness(source, row, wanted, looks))
    .filter(({ fit, look }) => fit.score > 0 || look > 0)
    .sort((one, other) => other.sureness - one.sureness || other.fit.score - one.fit.score);
}

/** How alike one stored thing is. */
export function alikeness<Row extends { title: string }>(
  source: Source<Row>,
  row: Row,
  wanted: readonly WeighedWanted[],
  looks: Looks,
): Alike<Row> {
  const fit = fitOf(wanted, new Set(tokensIn(row, source.tokens)), new Set(indexTokens(row.title)));
  const look = bestLook(looks, source.photosOf(row));
  return { row, fit, look, sureness: fused(fit.strength, look) };
}

/** Each field is asked for alone, by the index of its own: one by date would read everything else on the way. */
async function pictured<Row>(source: Source<Row>, looks: Looks): Promise<Row[]> {
  if (looks.size === 0) return [];
  const showing = (field: string) => ({ $and: [{ [field]: { $in: [...looks.keys()] } }, source.filter] });
  const found = source.photoFields.map((field) => source.find(showing(field), -1, mostPaired, { [field]: 1 }));
  return (await Promise.all(found)).flat();
}

function tokensIn<Row>(row: Row, field: keyof Row): string[] {
  const tokens = row[field];
  return Array.isArray(tokens) ? tokens : [];
}

async function candidatesOf<Row extends { _id: Types.ObjectId }>(
  source: Source<Row>,
  wanted: readonly WeighedWanted[],
): Promise<Row[]> {
  const total = Math.max(1, await source.count());
  const newest = newestFirst(source, source.tokens);
  const questions = questionsOf(telling(wanted), total);
  const found = await Promise.all(questions.map((question) => ask(newest, source.tokens, question, source.filter)));
  return [...new Map(found.flat().map((row) => [row._id.toHexString(), row])).values()];
}

/** What tells most, by rarity and by where it stands. */
function telling(wanted: readonly WeighedWanted[]): WeighedWanted[] {
  return wanted
    .filter(({ holders }) => holders > 0)
    .sort((one, other) => other.rarity * other.weight - one.rarity * one.weight)
    .slice(0, leading);
}

/** Sets of things of which one each must be said. */
interface Question {
  sets: WeighedWanted[][];
  estimate: number;
}

/** One question for all that is rare enough to be read whole; pairs of what is not. */
function questionsOf(things: readonly WeighedWanted[], total: number): Question[] {
  const rare: WeighedWanted[] = [];
  let holders = 0;
  for (const thing of [...things].sort((one, other) => one.holders - other.holders)) {
    if (holders + thing.holders > mostRare) break;
    rare.push(thing);
    holders += thing.holders;
  }
  const common = things.filter((thing) => !rare.includes(thing));
  return [...(rare.length > 0 ? [{ sets: [rare], estimate: holders }] : []), ...pairsOf(common, total)];
}

/**
 * Each of the most telling with any of those after it: two things in one say much, however common each is.
 * @param total how many are stored here; holders are counted among these and others
 */
function pairsOf(common: readonly WeighedWanted[], total: number): Question[] {
  const [only, ...others] = common;
  if (!only) return [];
  if (others.length === 0) return [{ sets: [[only]], estimate: total * shareOf([only]) }];
  return common.slice(0, 3).flatMap((thing, place) => {
    const rest = common.slice(place + 1);
    return rest.length > 0 ? [{ sets: [[thing], rest], estimate: total * shareOf([thing]) * shareOf(rest) }] : [];
  });
}

/** @returns how many of all say one of these things, at most; from 0 to 1 */
function shareOf(things: readonly WeighedWanted[]): number {
  return Math.min(
    1,
    things.reduce((sum, { holders, among }) => sum + holders / among, 0),
  );
}

function ask<Row>(newest: Newest<Row>, field: string, { sets, estimate }: Question, filter: Filter): Promise<Row[]> {
  const conditions = sets.map((set) => ({ [field]: { $in: tokensOf(set) } }));
  return newest({ $and: [...conditions, filter] }, { estimate, limit: sets.length > 1 ? mostPaired : mostRare });
}

function tokensOf(set: readonly WeighedWanted[]): string[] {
  return [...new Set(set.flatMap(({ choices }) => choices.flatMap((choice) => choice.tokens.slice(0, 1))))];
}
