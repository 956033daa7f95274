import { type Measure, measureOfToken } from './measures';
import { saying, type Wanted } from './rank';
import { colourOf } from './synonyms';

/** Something wanted, how much its place in the description makes of it, and in which phrase it stands. */
export type WeighedWanted = Wanted & { weight: number; phrase: number };

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
  /**
   * How improbable it is that one of all stored things says so much of it by chance, as a logarithm: at 3, that would
   * happen with one description in twenty; below 0, it is to be expected.
   */
  evidence: number;
  /** Both name colours, or sizes, and none is the same. */
  contradicts: boolean;
}

const contradiction = 0.7;
const inTitle = 1.25;

/** Weights of what stands in the title, and of the least that tells one thing from another. */
const [ofTitle, telling] = [2, 0.8];

/** What it costs that a thing does not say what the title says, or the rest: people leave out much. */
const unsaid = { title: 1.2, elsewhere: 0.45 } as const;

/** Words of one phrase come together more often than by chance: the rarest counts whole, the others by this much. */
const samePhrase = 0.4;

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
    title: shareOf(said.filter(({ one }) => one.weight >= ofTitle)),
    share: shareOf(said.filter(({ one }) => one.weight >= telling)),
    evidence: evidenceOf(said),
    words: [...new Set(hits.map(({ one }) => one.text.toLowerCase()))],
    contradicts,
  };
}

interface Said {
  one: WeighedWanted;
  how: number;
}

/** Where it was lost is left out: others lose things there, too. */
function evidenceOf(all: readonly Said[]): number {
  const [first] = all;
  const phrases = new Map<number, number[]>();
  let against = Math.log(first?.one.among ?? 1);
  for (const { one, how } of all.filter(({ one: { weight } }) => weight >= telling)) {
    if (how > 0) phrases.set(one.phrase, [...(phrases.get(one.phrase) ?? []), one.rarity * how]);
    else against += one.weight >= ofTitle ? unsaid.title : unsaid.elsewhere;
  }
  return [...phrases.values()].reduce((sum, rarities) => sum + together(rarities), -against);
}

function together(rarities: readonly number[]): number {
  const sum = rarities.reduce((total, rarity) => total + rarity, 0);
  const most = Math.max(...rarities);
  return most + samePhrase * (sum - most);
}

/** What nothing says tells nothing about the difference between things. */
function shareOf(all: readonly Said[]): number {
  const said = all.filter(({ one }) => one.holders > 0);
  const total = said.reduce((sum, { one }) => sum + one.rarity * one.weight, 0);
  return total === 0 ? 0 : said.reduce((sum, { one, how }) => sum + one.rarity * one.weight * how, 0) / total;
}

/** What a text says of colours and sizes, compared as such. */
interface Traits {
  colours: ReadonlySet<string>;
  sizes: readonly Pick<Measure, 'unit' | 'step'>[];
}

/** One description is compared with hundreds of things. */
const traitsWanted = new WeakMap<readonly Wanted[], Traits>();

function contradict(wanted: readonly Wanted[], tokens: ReadonlySet<string>): boolean {
  const ours = traitsWanted.get(wanted) ?? traitsIn(wanted.flatMap(firstTokens));
  traitsWanted.set(wanted, ours);
  const theirs = traitsIn(tokens);
  return noneShared(ours.colours, theirs.colours) || sizesDiffer(ours.sizes, theirs.sizes);
}

function firstTokens({ choices }: Wanted): string[] {
  return choices.slice(0, 4).flatMap(({ tokens }) => tokens);
}

function traitsIn(tokens: Iterable<string>): Traits {
  const colours = new Set<string>();
  const sizes: Pick<Measure, 'unit' | 'step'>[] = [];
  for (const token of tokens) {
    const [colour, size] = [colourOf(token), measureOfToken(token)];
    if (colour !== undefined) colours.add(colour);
    if (size) sizes.push(size);
  }
  return { colours, sizes };
}

function noneShared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return ours.size > 0 && theirs.size > 0 && ![...ours].some((colour) => theirs.has(colour));
}

/** Sizes are often guessed, so two steps of 15 % are let pass. */
function sizesDiffer(ours: Traits['sizes'], theirs: Traits['sizes']): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  return !ours.some((mine) => theirs.some(({ unit, step }) => unit === mine.unit && Math.abs(step - mine.step) <= 2));
}
