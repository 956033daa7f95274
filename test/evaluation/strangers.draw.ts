import { distractors } from '../fixtures/evaluation/album';
import { readStrangers, strangers, writeStrangers } from '../fixtures/evaluation/strangers';

/** Run by `npm run draw-strangers`, after the fingerprint or the drawings changed; it takes minutes. */
test('draws the photos of other things and keeps their fingerprints', async () => {
  const takes = await distractors(strangers);
  writeStrangers(takes.map(({ fingerprint }) => fingerprint));
  expect(readStrangers()).toHaveLength(strangers);
}, 3_600_000);
