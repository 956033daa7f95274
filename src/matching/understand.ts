import { supposed } from '../domain/words/index-tokens';
import { forgiven, slipsBetween } from '../domain/words/near';
import { lookupNear } from '../domain/words/near-tokens';
import type { Wanted } from '../domain/words/rank';
import type { Choice, Notion } from '../domain/words/terms';
import { AppealModel } from '../models/appeal';
import { SpareModel } from '../models/spare';
import { TokenModel } from '../models/token';
import { type Synonyms, synonymsFor } from './synonyms';

const synonymWeight = 0.85;
const supposedWeight = 0.6;
const nearWeight = 0.6;

/** Things a board is supposed to hold besides: with few, each word would seem as common as any other. */
const supposedBesides = 200;

/** Most words that begin like one in the search field, or are near to it. */
const mostNear = 40;

/**
 * Finds out by which tokens others would say what somebody means: synonyms, words near to one we do not know, and how
 * rare each is. Reads a few index entries, however much is stored.
 * @param options.beginnings whether words that merely begin with one of the notions' count as well, as in a search field
 */
export async function understand(
  notions: readonly Notion[],
  { beginnings = false }: { beginnings?: boolean } = {},
): Promise<Wanted[]> {
  const [synonyms, near, total] = await Promise.all([
    synonymsFor(notions.flatMap(({ stems }) => stems)),
    nearTo(notions, beginnings),
    published(),
  ]);
  const among = total + supposedBesides;
  const meant = notions.map((notion) => ({ notion, choices: choicesOf(notion, synonyms, near) }));
  const counts = await countsOf(meant.flatMap(({ choices }) => choices.flatMap(({ tokens }) => tokens)));
  return meant.map(({ notion, choices }) => {
    const there = choices.filter(({ tokens }) => tokens.every((token) => counts.has(token)));
    const holders = there.reduce(
      (sum, { tokens }) => sum + Math.min(...tokens.map((token) => counts.get(token) ?? 0)),
      0,
    );
    return { text: notion.text, choices: there, holders, rarity: Math.log(1 + among / (1 + holders)), among };
  });
}

/** How much is published; drafts are counted too, as they are few. */
async function published(): Promise<number> {
  const counts = await Promise.all([AppealModel.estimatedDocumentCount(), SpareModel.estimatedDocumentCount()]);
  return counts[0] + counts[1];
}

interface NearToken {
  _id: string;
  near: string[];
}

/** Tokens of the collection near to words we do not know, and those that begin like a word. */
async function nearTo(notions: readonly Notion[], beginnings: boolean): Promise<NearToken[]> {
  const words = notions.filter(({ word }) => word.length > 2);
  const keys = words.flatMap(({ unknown, stems }) =>
    unknown || beginnings ? stems.flatMap((stem) => lookupNear(stem)) : [],
  );
  const starting = beginnings ? words.map(({ word }) => ({ _id: { $gte: word, $lt: `${word}\uffff` } })) : [];
  const filters = [...(keys.length > 0 ? [{ near: { $in: keys } }] : []), ...starting];
  const found = await Promise.all(
    filters.map((filter) =>
      TokenModel.find(filter)
        .select('_id')
        .limit(mostNear * 3)
        .lean<NearToken[]>(),
    ),
  );
  return found.flat();
}

function choicesOf(notion: Notion, synonyms: Synonyms, near: readonly NearToken[]): Choice[] {
  const sayings = synonyms(notion.stems).map((entry) => entry.map((stems) => stems));
  const same = sayings.flatMap((words) => choicesOfWords(words));
  const direct = [...notion.own, ...same];
  const guessed = direct
    .filter(({ tokens: [token, more] }) => more === undefined && token !== undefined && /^\p{L}{4,}$/u.test(token))
    .map(({ tokens: [token], weight }) => ({ tokens: [supposed + token], weight: weight * supposedWeight }));
  return strongest([...direct, ...guessed, ...nearChoices(notion, near)]);
}

/** One word in each of its stems; several words in their first, as texts hold every stem of a word. */
function choicesOfWords(words: readonly (readonly string[])[]): Choice[] {
  const [only, ...others] = words;
  if (!only) return [];
  if (others.length === 0) return only.map((stem) => ({ tokens: [stem], weight: synonymWeight }));
  return [{ tokens: words.map(([stem = '']) => stem), weight: synonymWeight }];
}

function nearChoices({ word, stems, unknown }: Notion, near: readonly NearToken[]): Choice[] {
  if (word === '') return [];
  const isNear = (token: string) => unknown && stems.some((stem) => slipsBetween(stem, token) <= forgiven(stem));
  const isLonger = (token: string) =>
    token.startsWith(word) || stems.some((stem) => stem.length > 3 && token.endsWith(stem));
  return near
    .filter(({ _id }) => isNear(_id) || isLonger(_id))
    .slice(0, mostNear)
    .map(({ _id }) => ({ tokens: [_id], weight: nearWeight }));
}

/** The same tokens may say it by several ways; the surest counts. */
function strongest(choices: readonly Choice[]): Choice[] {
  const byTokens = new Map<string, Choice>();
  for (const choice of choices) {
    const key = choice.tokens.join(' ');
    if ((byTokens.get(key)?.weight ?? 0) < choice.weight) byTokens.set(key, choice);
  }
  return [...byTokens.values()];
}

async function countsOf(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const records = await TokenModel.find({ _id: { $in: [...new Set(tokens)] } })
    .select('count')
    .lean();
  return new Map(records.map(({ _id, count }) => [_id, count]));
}
