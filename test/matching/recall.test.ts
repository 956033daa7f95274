import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintVersion, looksAlike, similarity } from '../../src/domain/fingerprint';
import { distractor, type Take, takesOfThings } from '../fixtures/evaluation/album';
import { readStrangers, strangers } from '../fixtures/evaluation/strangers';
import { startTestApp, type TestApp } from '../support/app';
import { type Answer, askBoard, fillBoard } from '../support/board-of-things';
import { chanceFrom, type Description, describedThings, otherThing } from '../support/descriptions';
import { type Found, photoIndex } from '../support/photo-index';

/** Ways in which a thing is described again. */
const ways = ['words', 'language', 'typos'] as const;

/** Distinct things the board is asked about. */
const newThings = 100;

const chance = chanceFrom(20_261_122);
const described = describedThings(chance);
const others = readStrangers();

let test: TestApp;
let takes: Take[];
let things: string[];
let looksLike: ReturnType<typeof photoIndex>;
beforeAll(async () => {
  test = await startTestApp();
  takes = await takesOfThings();
  const known = takes.filter(({ kind }) => kind === 'plain');
  things = known.map(({ thing }) => thing);
  looksLike = photoIndex([
    ...known.map(({ thing, fingerprint }) => ({ id: thing, fingerprint })),
    ...others.map((fingerprint, place) => ({ id: `other ${place}`, fingerprint })),
  ]);
  const twins = described.map(({ first }, place) => ({ ...first, place: '', photoId: idOf(place) }));
  const rest = others.map((_, place) => ({ ...otherThing(chance), photoId: `other ${place}` }));
  // Neither the first nor the last are the twins.
  await fillBoard([...rest.slice(strangers / 2), ...twins, ...rest.slice(0, strangers / 2)]);
}, 300_000);
afterAll(() => test.stop());

/** The photo of a described thing; there is one photo fewer than there are descriptions. */
function idOf(place: number): string {
  return things[place] ?? `described ${place}`;
}

const part = <One>(all: readonly One[], holds: (one: One) => boolean) => all.filter(holds).length / all.length;

/** Prints one line of figures, so that every run tells how good the search is. */
function print(name: string, figures: Record<string, number>): void {
  const told = Object.entries(figures).map(([what, figure]) => `${what} ${figure.toFixed(3)}`);
  process.stdout.write(`among ${strangers} other things, ${name}: ${told.join(', ')}\n`);
}

it('keeps the fingerprints that drawing and taking them anew would give', async () => {
  expect(others).toHaveLength(strangers);
  expect(others.every(({ version }) => version === fingerprintVersion)).toBe(true);
  for (const index of [0, 1234, 4999]) {
    const kept = others[index];
    const { fingerprint } = await distractor(index);
    if (kept) expect(similarity(kept, fingerprint)).toBeGreaterThan(0.99);
  }
});

describe('by picture', () => {
  let asked: { take: Take; found: Found[] }[];
  beforeAll(() => {
    const again = takes.filter(({ kind }) => kind !== 'plain');
    asked = again.map((take) => ({ take, found: looksLike(take.fingerprint) }));
  }, 300_000);

  it('finds the twin among the first five, and seldom takes another for it', () => {
    const isTwin = ({ take }: (typeof asked)[number], one: Found) => one.id === take.thing;
    const recall = (some: typeof asked) => part(some, (one) => one.found.slice(0, 5).some((each) => isTwin(one, each)));
    const kinds = [...new Set(asked.map(({ take }) => take.kind))];
    const byKind = kinds.map((kind) => [kind, recall(asked.filter(({ take }) => take.kind === kind))]);
    const warned = (isRight: boolean) => (one: (typeof asked)[number]) =>
      one.found.some((each) => each.similarity >= looksAlike && isTwin(one, each) === isRight);
    const figures = { 'recall@5': recall(asked), right: part(asked, warned(true)), wrong: part(asked, warned(false)) };
    print('by picture', { ...figures, ...Object.fromEntries(byKind) });
    expect(figures['recall@5']).toBeGreaterThanOrEqual(0.9);
    expect(figures.right).toBeGreaterThanOrEqual(0.3);
    expect(figures.wrong).toBeLessThanOrEqual(0.02);
  });
});

interface Asked extends Answer {
  twin: string;
  way: (typeof ways)[number];
}

function figuresOf(asked: readonly Asked[]) {
  const recall = (some: readonly Asked[]) => part(some, ({ found, twin }) => found.includes(twin));
  const ofWays = ways.map((way) => [way, recall(asked.filter((one) => one.way === way))] as const);
  return {
    'recall@5': recall(asked),
    right: part(asked, ({ warned, twin }) => warned.includes(twin)),
    wrong: part(asked, ({ warned, twin }) => warned.some((id) => id !== twin)),
    ...Object.fromEntries(ofWays),
  };
}

/** @param takeOf the photo somebody adds, if any */
async function askInAllWays(takeOf: (thing: string, way: number) => Take | undefined): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [number, way] of ways.entries())
    for (const [place, { others: again }] of described.entries()) {
      const take = takeOf(idOf(place), number);
      const found = take ? looksLike(take.fingerprint).slice(0, 40) : [];
      const looks = new Map(found.map(({ id, similarity: look }) => [id, look]));
      asked.push({ ...(await askBoard(again[way], looks)), twin: idOf(place), way });
    }
  return asked;
}

it('finds the twin by words among the first five, and seldom takes another for it', async () => {
  const figures = figuresOf(await askInAllWays(() => undefined));
  print('by words', figures);
  expect(described.length).toBeGreaterThanOrEqual(60);
  expect(figures['recall@5']).toBeGreaterThanOrEqual(0.95);
  expect(figures.right).toBeGreaterThanOrEqual(0.3);
  expect(figures.wrong).toBeLessThanOrEqual(0.02);
}, 600_000);

it('finds the twin by words and picture among the first five, and seldom takes another for it', async () => {
  const again = (thing: string) => takes.filter((take) => take.thing === thing && take.kind !== 'plain');
  const takeOf = (thing: string, way: number) => again(thing)[(way * 2 + thing.length) % 6];
  const figures = figuresOf(await askInAllWays(takeOf));
  print('by words and picture', figures);
  expect(figures['recall@5']).toBeGreaterThanOrEqual(0.97);
  expect(figures.right).toBeGreaterThanOrEqual(0.3);
  expect(figures.wrong).toBeLessThanOrEqual(0.02);
}, 600_000);

it('warns of no more than two in a hundred new things, ten grey donkeys among them', async () => {
  const file = path.join(__dirname, '..', 'fixtures', 'things', 'donkeys.txt');
  const donkeys = readFileSync(file, 'utf8').trim().split('\n').map(inTitleAndStory);
  const asked = [...Array.from({ length: newThings }, () => otherThing(chance)), ...donkeys];
  const warned: Answer[] = [];
  for (const one of asked) warned.push(await askBoard(one, new Map(), one.place));
  const wrong = part(warned, (answer) => answer.warned.length > 0);
  print('for new ones by words', { wrong });
  expect(wrong).toBeLessThanOrEqual(0.02);
}, 600_000);

function inTitleAndStory(line: string): Description & { place: string } {
  const [title = '', ...story] = line.split('. ');
  return { title, story: story.join('. '), place: '' };
}
