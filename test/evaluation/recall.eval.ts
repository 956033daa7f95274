import { Types } from 'mongoose';
import { alikeThings } from '../../src/matching/alike';
import { rememberFingerprint } from '../../src/matching/fingerprints';
import { indexWords } from '../../src/matching/index-words';
import { lookalikes } from '../../src/matching/lookalikes';
import type { Looks } from '../../src/matching/looks';
import { spareSource } from '../../src/matching/sources';
import { want } from '../../src/matching/want';
import { SpareModel } from '../../src/models/spare';
import { distractors, others, type Take, takesOfThings } from '../fixtures/evaluation/album';
import { startTestApp, type TestApp } from '../support/app';
import {
  chanceFrom,
  type DescribedThing,
  type Description,
  describedThings,
  otherThing,
} from '../support/descriptions';

const ways = ['words', 'language', 'typos'] as const;

/** A thing on the shelf, described and photographed again by others. */
interface Known {
  id: string;
  thing: DescribedThing;
  takes: Take[];
}

let test: TestApp;
let things: Known[];
beforeAll(async () => {
  test = await startTestApp();
  const chance = chanceFrom(20_261_122);
  const albums = new Map<string, Take[]>();
  for (const take of await takesOfThings()) albums.set(take.thing, [...(albums.get(take.thing) ?? []), take]);
  things = [...albums.values()].slice(0, 64).flatMap((takes, place) => {
    const thing = described[place];
    return thing ? [{ id: new Types.ObjectId().toHexString(), thing, takes }] : [];
  });
  const twins = things.map(({ id, thing, takes }) => ({
    ...spare(thing.first, id),
    take: takes.find(({ kind }) => kind === 'plain'),
  }));
  const pictures = await distractors(others);
  const strangers = pictures.map((take) => ({ ...spare(otherThing(chance)), take }));
  const all = [...twins, ...strangers];
  await SpareModel.insertMany(
    all.map(({ take: _, ...record }) => record),
    { lean: true },
  );
  for (const {
    photos: [photo],
    take,
  } of all)
    if (photo && take) await rememberFingerprint(photo.id, take.fingerprint);
  await indexWords();
}, 900_000);
afterAll(() => test.stop());

const described = describedThings(chanceFrom(1));

function spare({ title, story }: Description, id = new Types.ObjectId().toHexString()) {
  const at = new Date(1_700_000_000_000 + Number.parseInt(id.slice(-6), 16));
  const said = { title, words: story, attributes: [], tags: [], place: '', condition: 'good' as const };
  const photos = [{ id: `photo of ${id}`, width: 4, height: 3 }];
  const kept = { quantity: 1, free: 1, holder: 'holder', photos, reservations: [], withdrawnAt: null };
  return { _id: new Types.ObjectId(id), version: 1, ...said, ...kept, shelvedAt: at, confirmedAt: at };
}

/** @returns place among what is suggested, from 0; -1 when it is not */
async function rankOf(id: string, { title, story }: Description, looks: Looks): Promise<number> {
  const wanted = await want({ title, story, sought: [], place: '', hashtags: [] });
  const ranked = await alikeThings(spareSource, wanted, looks);
  return ranked.findIndex(({ row }) => row._id.toHexString() === id);
}

/** @returns the part of things whose twin is among the first five, over all ways of describing them */
async function recallAt5(name: string, looksFor: (known: Known, number: number) => Promise<Looks>): Promise<number> {
  const missed: string[] = [];
  const parts: string[] = [];
  for (const [number, way] of ways.entries()) {
    const before = missed.length;
    for (const known of things) {
      const rank = await rankOf(known.id, known.thing.others[way], await looksFor(known, number));
      if (rank < 0 || rank >= 5)
        missed.push(`  ${way}, ${rank}: ${known.thing.others[way].title} (${known.thing.first.title})`);
    }
    parts.push(`${way} ${(1 - (missed.length - before) / things.length).toFixed(3)}`);
  }
  const recall = 1 - missed.length / (things.length * ways.length);
  process.stdout.write(
    `\nrecall@5 by ${name} among ${others} others: ${recall.toFixed(3)} (${parts.join(', ')})\n${missed.join('\n')}\n`,
  );
  return recall;
}

it('has enough things', () => {
  expect(things.length).toBeGreaterThanOrEqual(60);
});

it('finds the twin by words among the first five', async () => {
  expect(await recallAt5('words', async () => new Map())).toBeGreaterThanOrEqual(0.95);
}, 600_000);

it('finds the twin by words and picture among the first five', async () => {
  const looksFor = async ({ takes }: Known, number: number): Promise<Looks> => {
    const again = takes.filter(({ kind }) => kind !== 'plain');
    const take = again[number % again.length];
    const found = take ? await lookalikes(take.fingerprint, { limit: 40 }) : [];
    return new Map(found.map(({ photoId, similarity }) => [photoId, similarity]));
  };
  expect(await recallAt5('words and picture', looksFor)).toBeGreaterThanOrEqual(0.97);
}, 600_000);
