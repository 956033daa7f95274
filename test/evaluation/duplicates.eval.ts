import { Types } from 'mongoose';
import type { Suggestion } from '../../src/domain/suggestion';
import { indexWords } from '../../src/matching/index-words';
import { suggest } from '../../src/matching/suggest';
import { AppealModel } from '../../src/models/appeal';
import { startTestApp, type TestApp } from '../support/app';
import { chanceFrom, type Description, describedThings, otherThing } from '../support/descriptions';

const stored = 2000;
const asked = 300;

let test: TestApp;
const chance = chanceFrom(7);
const things = describedThings(chance);
beforeAll(async () => {
  test = await startTestApp();
  const others = Array.from({ length: stored }, () => otherThing(chance));
  await AppealModel.insertMany([...things.map(({ first }) => ({ ...first, place: '' })), ...others].map(appealOf), {
    lean: true,
  });
  await indexWords();
}, 300_000);
afterAll(() => test.stop());

function appealOf({ title, story, place }: Description & { place: string }) {
  const at = new Date();
  const case_ = { kind: 'item', status: 'searching', version: 2, channel: 'email' } as const;
  return {
    _id: new Types.ObjectId(),
    ...case_,
    title,
    story,
    place,
    sought: [],
    hashtags: [],
    finds: [],
    photos: [],
    openedBy: 'agent',
    openedAt: at,
    publishedAt: at,
  };
}

/** Looks for a description as somebody types it. */
async function warningsFor({ title, story }: Description, place = ''): Promise<Suggestion[]> {
  const found = await suggest({
    kind: 'item',
    appealId: null,
    photos: [],
    entryId: null,
    described: { title, story, sought: [], place, hashtags: [] },
  });
  return found.filter(({ kind, likely }) => kind === 'appeal' && likely);
}

it('warns of no more than two in a hundred distinct things', async () => {
  let wrong = 0;
  const told: string[] = [];
  for (let count = 0; count < asked; count++) {
    const thing = otherThing(chance);
    const warnings = await warningsFor(thing, thing.place);
    if (warnings.length > 0) wrong += 1;
    for (const { title, share } of warnings.slice(0, 1))
      told.push(`${thing.title} / ${thing.story} -> ${title} ${share.toFixed(2)}`);
  }
  process.stdout.write(`false duplicate warnings ${((100 * wrong) / asked).toFixed(1)} %\n${told.join('\n')}\n`);
  expect(wrong / asked).toBeLessThanOrEqual(0.02);
}, 300_000);

it('warns of the same thing in other words more often than not', async () => {
  let right = 0;
  for (const { first, others } of things)
    if ((await warningsFor(others.words)).some(({ title }) => title === first.title)) right += 1;
  process.stdout.write(`duplicates warned of ${((100 * right) / things.length).toFixed(0)} %\n`);
  expect(right / things.length).toBeGreaterThanOrEqual(0.3);
}, 300_000);
