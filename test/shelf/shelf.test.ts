import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { confirmationDeadlines } from '../../src/domain/spare';
import { NotFound } from '../../src/errors';
import { SpareModel } from '../../src/models/spare';
import { spareOf, spares } from '../../src/shelf/find-spares';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';
import { plainSpare } from '../support/plain-spare';

const agent = person('agent', 'agent');
const secondAgent = person('second', 'agent');
const finder = person('finder');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());
beforeEach(() => SpareModel.deleteMany({}));

const deadlines = confirmationDeadlines(new Date(), 36_500);
const look = (cursor = '') => spares({ text: '', state: 'all', cursor }, deadlines);
const shelf = async () => (await look()).items;

describe('putting the surplus on the shelf', () => {
  it('leaves nothing there when it is refused', async () => {
    const early = await cases.atDesk();
    const empty = await cases.delivered({ find: { quantity: 1 } });
    for (const appeal of [early, empty])
      await expect(shelveFind(by(agent, appeal), findIn(appeal), 'Shelf')).rejects.toThrow(LostRace);
    for (const findId of ['x', findIn(empty)])
      await expect(shelveFind(by(agent, early), findId, 'Shelf')).rejects.toThrow(NotFound);
    await expect(shelveFind(by(finder, empty), findIn(empty), 'Shelf')).rejects.toThrow(LostRace);
    expect(await shelf()).toEqual([]);
  });

  it('makes one spare of the pieces that are left', async () => {
    const findPhotos = [await photo('#445566')];
    const find = { quantity: 3, condition: 'worn', words: 'From a fair' } as const;
    const appeal = await cases.onItsWay({ find, findPhotos });
    const after = await shelveFind(by(agent, appeal), findIn(appeal), 'Window shelf');
    const [spare] = await shelf();
    expect(spare).toMatchObject({ title: 'Plush donkey', quantity: 2, condition: 'worn', place: 'Window shelf' });
    expect(spare).toMatchObject({ holder: 'agent', appeal: appeal.id, photos: [appeal.finds[0]?.photo] });
    expect(after.finds[0]?.state).toBe('shelved');
    const event = { type: 'surplus_shelved', findId: findIn(appeal), spareId: spare?.id, quantity: 2 };
    expect(after.timeline.at(-1)).toMatchObject(event);
  });

  it('makes no second spare, neither later nor at the same time', async () => {
    const appeal = await cases.closedHappy();
    const shelve = () => [agent, secondAgent].map((actor) => shelveFind(by(actor, appeal), findIn(appeal), actor.id));
    const results = await Promise.allSettled([...shelve(), ...shelve()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(shelveFind(by(agent, appeal), findIn(appeal), 'Again')).rejects.toThrow(LostRace);
    const [spare, ...others] = await shelf();
    expect([spare?.quantity, others]).toEqual([1, []]);
    const after = await appealFor(agent, appeal.id);
    const events = after.timeline.filter(({ type }) => type === 'surplus_shelved');
    expect(events).toMatchObject([{ actor: { id: spare?.holder } }]);
    expect(spare?.place).toBe(spare?.holder);
  });

  it('says what was asked for, not what a crash left behind', async () => {
    const appeal = await cases.closedHappy();
    const { id: _, ...record } = plainSpare();
    const left = { ...record, holder: 'second', appeal: appeal.id };
    await SpareModel.create({ ...left, find: findIn(appeal), place: 'Cellar' });
    await shelveFind(by(agent, appeal), findIn(appeal), 'Window shelf');
    expect(await shelf()).toMatchObject([{ holder: 'agent', place: 'Window shelf' }]);
  });
});

describe('the shelf', () => {
  it('is read in pages, the newest first, none lost among those of one moment', async () => {
    const { id: _, ...record } = plainSpare({ shelvedAt: new Date('2026-01-01') });
    for (let number = 0; number < 25; number++) await SpareModel.create({ ...record, find: `find ${number}` });
    const newest = await SpareModel.create({ ...record, find: 'newest', shelvedAt: new Date('2026-02-01') });
    const first = await look();
    const second = await look(first.next ?? '');
    expect([first.items.length, second.items.length, second.next]).toEqual([24, 2, null]);
    expect(first.items[0]?.id).toBe(newest.id);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(26);
    expect(await spareOf(newest.id)).toEqual(first.items[0]);
  });

  it('has no spare of another id', async () => {
    for (const id of ['x', 'f'.repeat(24)]) await expect(spareOf(id)).rejects.toThrow(NotFound);
  });
});
