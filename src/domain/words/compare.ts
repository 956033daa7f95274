import { measureOfToken } from './measures';
import { saying, type Wanted } from './rank';
import { colourOf } from './synonyms';

/** Something wanted, and how much its place in the description makes of it. */
export type WeighedWanted = Wanted & { weight: number };

/** How well a stored thing fits a description. */
export interface Fit {
  /** For ranking; only to be compared with others for the same description. */
  score: number;
  /** The score as a part of what it could be at most: 0 to 1. */
  strength: number;
  /** Of what the description's title says, how much the thing says: 0 to 1. */
  title: number;
  /** Of all the description says that is said by anything, how much the thing says: 0 to 1. */
  share: number;
  /** What both say, the rarest first, as the description writes it. */
  words: string[];
  /** Both name colours, or sizes, and none is the same. */
  contradicts: boolean;
}

const contradiction = 0.7;
const inTitle = 1.25;

/**
 * Compares a description with a stored thing.
 * @param title tokens of the thing's title: what stands there tells more
 */
export function fitOf(wanted: readonly WeighedWanted[], tokens: ReadonlySet<string>, title: ReadonlySet<string>): Fit {
  const said = wanted.map((one) => ({ one, how: saying(one, tokens), titled: saying(one, title) > 0 }));
  const value = ({ one, how, titled }: (typeof said)[number]) => one.rarity * one.weight * how * (titled ? inTitle : 1);
  const contradicts = contradict(wanted, tokens);
  const total = said.reduce((sum, each) => sum + value(each), 0);
  const score = total * (contradicts ? contradiction : 1);
  const most = wanted.reduce(
    (sum, { rarity, weight, holders }) => sum + (holders > 0 ? rarity * weight * inTitle : 0),
    0,
  );
  const hits = said.filter(({ how }) => how > 0).sort((a, b) => value(b) - value(a));
  return {
    score,
    strength: Math.min(1, score / Math.max(most, 1e-9)),
    title: shareOf(said.filter(({ one }) => one.weight >= 2)),
    share: shareOf(said.filter(({ one }) => one.weight >= 0.8)),
    words: [...new Set(hits.map(({ one }) => one.text.toLowerCase()))],
    contradicts,
  };
}

/** What nothing says tells nothing about the difference between things. */
function shareOf(all: readonly { one: WeighedWanted; how: number }[]): number {
  const said = all.filter(({ one }) => one.holders > 0);
  const total = said.reduce((sum, { one }) => sum + one.rarity * one.weight, 0);
  return total === 0 ? 0 : said.reduce((sum, { one, how }) => sum + one.rarity * one.weight * how, 0) / total;
}

function contradict(wanted: readonly Wanted[], tokens: ReadonlySet<string>): boolean {
  const ours = wanted.flatMap(({ choices }) => choices.slice(0, 4).flatMap((choice) => choice.tokens));
  return noneShared(coloursIn(ours), coloursIn([...tokens])) || sizesDiffer(ours, [...tokens]);
}

function coloursIn(tokens: readonly string[]): Set<string> {
  return new Set(tokens.flatMap((token) => colourOf(token) ?? []));
}

function noneShared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return ours.size > 0 && theirs.size > 0 && ![...ours].some((colour) => theirs.has(colour));
}

/** Sizes are often guessed, so two steps of 15 % are let pass. */
function sizesDiffer(ours: readonly string[], theirs: readonly string[]): boolean {
  const [one, other] = [ours, theirs].map((tokens) => tokens.flatMap((token) => measureOfToken(token) ?? []));
  if (!one?.length || !other?.length) return false;
  return !one.some((mine) => other.some(({ unit, step }) => unit === mine.unit && Math.abs(step - mine.step) <= 2));
}
