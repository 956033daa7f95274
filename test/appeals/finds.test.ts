import { readdir } from 'node:fs/promises';
import { acceptFind } from '../../src/appeals/accept-find';
import { declineFind } from '../../src/appeals/decline-find';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { offerFind } from '../../src/appeals/offer-find';
import { receiveFind } from '../../src/appeals/receive-find';
import { releaseFind } from '../../src/appeals/release-find';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import type { Appeal } from '../../src/domain/appeal';
import { InvalidInput } from '../../src/errors';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, newFind } from '../support/cases';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const finder = person('finder');
const other = person('other');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());

const states = ({ finds }: Appeal) => finds.map(({ state }) => state);

describe('"I have one!"', () => {
  it('refuses what is no photo, and offers nothing', async () => {
    const appeal = await cases.searching();
    const upload = { fileName: 'bad.jpg', bytes: Buffer.from('no picture') };
    await expect(offerFind(by(finder, appeal), newFind(), [upload], test.services.photoStore)).rejects.toThrow(
      InvalidInput,
    );
  });

  it('removes the photo when the case takes no finds', async () => {
    const appeal = await cases.closedInVain();
    const { photos } = await cases.draft({ photos: [await photo('#123456')] });
    const known = [await photo('#123456'), await photo('#654321')];
    for (const upload of known)
      await expect(offerFind(by(finder, appeal), newFind(), [upload], test.services.photoStore)).rejects.toThrow(
        'conflict',
      );
    expect(await test.services.photoStore.exists(photos[0]?.id ?? '')).toBe(true);
    expect(await storedPhotos()).toBe(1);
  });

  it('keeps what the finder said of it, and one photo', async () => {
    const given = newFind({
      quantity: 3,
      place: 'Cellar',
      condition: 'worn',
      words: 'An ear is loose',
      nameForCustomer: true,
    });
    const uploads = [await photo('#00ff00'), await photo('#0000ff')];
    const appeal = await offerFind(by(finder, await cases.searching()), given, uploads, test.services.photoStore);
    const photoOfFind = { id: expect.any(String), width: 12, height: 8, placeholder: expect.any(String) };
    expect(appeal.finds).toEqual([
      expect.objectContaining({ ...given, finder: 'finder', state: 'offered', handOver: null, photo: photoOfFind }),
    ]);
    expect(appeal.timeline.at(-1)).toMatchObject({ type: 'find_offered', findId: findIn(appeal), quantity: 3 });
  });
});

describe('deciding on a find', () => {
  it('accepts one and keeps the others as backups', async () => {
    const first = await cases.withOffer();
    const appeal = await offerFind(by(other, first), newFind(), [], test.services.photoStore);
    const after = await acceptFind(by(agent, appeal), findIn(appeal));
    expect([after.status, ...states(after)]).toEqual(['found', 'accepted', 'offered']);
  });

  it('declines with a kind word, and the search goes on', async () => {
    const appeal = await cases.withOffer();
    const after = await declineFind(by(agent, appeal), findIn(appeal), 'Sadly too blue');
    expect([after.status, ...states(after)]).toEqual(['searching', 'declined']);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'find_declined', words: 'Sadly too blue' });
  });

  it('gives up one that did not come, and a backup can be taken', async () => {
    const appeal = await offerFind(by(other, await cases.collecting()), newFind(), [], test.services.photoStore);
    const after = await releaseFind(by(agent, appeal), findIn(appeal), 'Lost in the post');
    expect([after.status, ...states(after)]).toEqual(['searching', 'declined', 'offered']);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'find_released', words: 'Lost in the post' });
    expect((await acceptFind(by(agent, after), after.finds[1]?.id ?? '')).status).toBe('found');
  });
});

describe('a find on its way to the desk', () => {
  it('is withdrawn while it is not accepted', async () => {
    const appeal = await cases.withOffer();
    const after = await withdrawFind(by(finder, appeal), findIn(appeal));
    expect([after.status, ...states(after)]).toEqual(['searching', 'withdrawn']);
  });

  it('is handed over by its finder', async () => {
    const appeal = await cases.found();
    const handOver = { way: 'parcel', carrier: 'gls', trackingNumber: 'Z1' } as const;
    const after = await handOverFind(by(finder, appeal), findIn(appeal), handOver);
    expect(after.status).toBe('collecting');
    expect(after.finds[0]).toMatchObject({ state: 'handed_over', handOver });
    expect(after.timeline.at(-1)).toMatchObject({ type: 'find_handed_over', way: 'parcel' });
    expect(JSON.stringify(after.timeline)).not.toContain('Z1');
  });

  it('is received by the agent', async () => {
    const appeal = await cases.collecting();
    const after = await receiveFind(by(agent, appeal), findIn(appeal));
    expect([after.status, ...states(after)]).toEqual(['at_desk', 'received']);
  });
});

async function storedPhotos(): Promise<number> {
  const files = await readdir(test.config.uploadsDir, { recursive: true });
  return files.filter((file) => file.endsWith('large.jpg')).length;
}
