import { Types } from 'mongoose';
import { alikeThings } from '../../src/matching/alike';
import { indexWords } from '../../src/matching/index-words';
import { spareSource } from '../../src/matching/sources';
import { want } from '../../src/matching/want';
import { SpareModel } from '../../src/models/spare';
import { startTestApp, type TestApp } from '../support/app';
import {
  chanceFrom,
  type DescribedThing,
  type Description,
  describedThings,
  otherThing,
} from '../support/descriptions';

const distractors = 5000;
const ways = ['words', 'language', 'typos'] as const;

let test: TestApp;
let things: { id: string; thing: DescribedThing }[];
beforeAll(async () => {
  test = await startTestApp();
  const chance = chanceFrom(20_261_122);
  things = describedThings(chance).map((thing) => ({ id: new Types.ObjectId().toHexString(), thing }));
  const others = Array.from({ length: distractors }, () => spare(otherThing(chance)));
  await SpareModel.insertMany([...things.map(({ id, thing }) => spare(thing.first, id)), ...others], { lean: true });
  await indexWords();
}, 300_000);
afterAll(() => test.stop());

function spare({ title, story }: Description, id = new Types.ObjectId().toHexString()) {
  const at = new Date(1_700_000_000_000 + Number.parseInt(id.slice(-6), 16));
  const said = { title, words: story, attributes: [], tags: [], place: '', condition: 'good' as const };
  const kept = { quantity: 1, free: 1, holder: 'holder', photos: [], reservations: [], withdrawnAt: null };
  return { _id: new Types.ObjectId(id), version: 1, ...said, ...kept, shelvedAt: at, confirmedAt: at };
}

async function rankOf(id: string, { title, story }: Description): Promise<number> {
  const wanted = await want({ title, story, sought: [], place: '', hashtags: [] });
  const ranked = await alikeThings(spareSource, wanted);
  return ranked.findIndex(({ row }) => row._id.toHexString() === id);
}

it('finds the twin by words among the first five', async () => {
  const missed: string[] = [];
  const hits: Record<string, number> = {};
  for (const way of ways)
    for (const { id, thing } of things) {
      const rank = await rankOf(id, thing.others[way]);
      if (rank >= 0 && rank < 5) hits[way] = (hits[way] ?? 0) + 1;
      else missed.push(`${way} ${rank}: ${thing.first.title} <- ${thing.others[way].title}`);
    }
  const recall = ways.map((way) => [way, (hits[way] ?? 0) / things.length] as const);
  const all = recall.reduce((sum, [, part]) => sum + part, 0) / ways.length;
  process.stdout.write(
    `recall@5 by words ${all.toFixed(3)} (${recall.map(([way, part]) => `${way} ${part.toFixed(3)}`).join(', ')})\n${missed.join('\n')}\n`,
  );
  expect(all).toBeGreaterThanOrEqual(0.95);
}, 300_000);
