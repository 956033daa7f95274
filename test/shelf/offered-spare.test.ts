import { confirmationDeadlines } from '../../src/domain/spare';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../src/errors';
import { SpareModel } from '../../src/models/spare';
import { confirmStillThere } from '../../src/shelf/confirm-still-there';
import { editSpare } from '../../src/shelf/edit-spare';
import { spareOf, spares, sparesHeldBy } from '../../src/shelf/find-spares';
import { giveAway } from '../../src/shelf/give-away';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { withdrawSpare } from '../../src/shelf/withdraw-spare';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';
import { offeredSpare, spareOn } from '../support/spares';

const agent = person('agent', 'agent');
const holder = person('holder');
const stranger = person('stranger', 'admin');
const dayMs = 24 * 60 * 60_000;
const deadlines = confirmationDeadlines(new Date(), 182);

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());
beforeEach(() => SpareModel.deleteMany({}));

const offer = (...given: Parameters<typeof offeredSpare>) => spareOn(test.services, holder, ...given);
const seenDaysAgo = (spareId: string, days: number) =>
  SpareModel.updateOne({ _id: spareId }, { confirmedAt: new Date(Date.now() - days * dayMs) });

describe('offering', () => {
  it('puts a thing on the shelf, with whoever offers it', async () => {
    const spare = await spareOn(test.services, holder, { quantity: 2 }, [
      await photo('#101010'),
      await photo('#202020'),
    ]);
    expect(spare).toMatchObject({ holder: 'holder', free: 2, quantity: 2, appeal: null, withdrawnAt: null });
    expect(spare.photos).toHaveLength(2);
    expect(await spareOf(spare.id)).toEqual(spare);
  });
});

describe('editing', () => {
  const edit = (actor: typeof agent, spareId: string, seenVersion: number, change = {}, keptPhotos: string[] = []) => {
    const given = { seenVersion, offered: offeredSpare({ title: 'Two donkeys', ...change }), keptPhotos };
    return editSpare({ actor, spareId }, given, [], test.services.photoStore);
  };

  it('is for whoever keeps it, and for agents', async () => {
    const { id } = await offer();
    await expect(edit(stranger, id, 1)).rejects.toThrow(Forbidden);
    expect((await edit(holder, id, 1)).title).toBe('Two donkeys');
    expect((await edit(agent, id, 2, { place: 'My desk' })).place).toBe('My desk');
    await expect(edit(agent, 'f'.repeat(24), 1)).rejects.toThrow(NotFound);
  });

  it('refuses what was decided on an older page, also when pieces were reserved since', async () => {
    const spare = await offer({ quantity: 3 });
    await reserveSpare(by(agent, await cases.searching()), spare.id, 2);
    await expect(edit(holder, spare.id, spare.version, { quantity: 1 })).rejects.toThrow(Conflict);
    const { version } = await spareOf(spare.id);
    await expect(edit(holder, spare.id, version, { quantity: 1 })).rejects.toThrow(InvalidInput);
    expect(await edit(holder, spare.id, version, { quantity: 2 })).toMatchObject({ quantity: 2, free: 0 });
  });

  it('removes the files of a photo that goes, and finds the spare by its new words alone', async () => {
    const spare = await spareOn(test.services, holder, {}, [await photo('#303030'), await photo('#404040')]);
    const [kept = '', gone = ''] = spare.photos.map(({ id }) => id);
    const after = await edit(holder, spare.id, spare.version, { title: 'Rabbit', words: '', tags: [] }, [kept]);
    expect(after.photos.map(({ id }) => id)).toEqual([kept]);
    expect(await Promise.all([kept, gone].map((id) => test.services.photoStore.exists(id)))).toEqual([true, false]);
    const found = async (text: string) => (await spares({ text, state: 'free', cursor: '' }, deadlines)).items.length;
    expect([await found('rabb'), await found('donkey')]).toEqual([1, 0]);
  });
});

describe('giving away', () => {
  it('counts down what is free, never what is promised', async () => {
    const { id } = await offer({ quantity: 3 });
    await reserveSpare(by(agent, await cases.searching()), id);
    await expect(giveAway({ actor: holder, spareId: id }, 3)).rejects.toThrow(InvalidInput);
    await expect(giveAway({ actor: stranger, spareId: id }, 1)).rejects.toThrow(Forbidden);
    expect(await giveAway({ actor: holder, spareId: id }, 2)).toMatchObject({ quantity: 1, free: 0 });
    await expect(giveAway({ actor: holder, spareId: id }, 1)).rejects.toThrow(Conflict);
  });

  it('never gives a piece twice, however many give at once', async () => {
    const { id } = await offer({ quantity: 5 });
    const gifts = Array.from({ length: 20 }, () => giveAway({ actor: holder, spareId: id }, 1));
    const results = await Promise.allSettled(gifts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await spareOf(id)).toMatchObject({ quantity: 0, free: 0 });
  });
});

describe('withdrawing', () => {
  it('takes it off the shelf; what is promised goes on', async () => {
    const { id } = await offer({ quantity: 2 });
    const appeal = await cases.searching();
    await reserveSpare(by(agent, await cases.searching()), id);
    const after = await withdrawSpare({ actor: holder, spareId: id });
    expect([after.withdrawnAt, after.reservations.length]).toEqual([expect.any(Date), 1]);
    await expect(reserveSpare(by(agent, appeal), id)).rejects.toThrow(InvalidInput);
    await expect(withdrawSpare({ actor: holder, spareId: id })).rejects.toThrow(Conflict);
    expect((await spares({ text: '', state: 'free', cursor: '' }, deadlines)).items).toEqual([]);
  });
});

describe('the shelf', () => {
  const titles = async (state: 'free' | 'taken' | 'all', cursor = '') =>
    (await spares({ text: '', state, cursor }, deadlines)).items.map(({ title }) => title);

  it('shows what is to be had, what is taken, or everything', async () => {
    await offer({ title: 'free' });
    const { id } = await offer({ title: 'taken' });
    await reserveSpare(by(agent, await cases.searching()), id);
    const gone = await offer({ title: 'gone' });
    await withdrawSpare({ actor: holder, spareId: gone.id });
    expect([await titles('free'), await titles('taken')]).toEqual([['free'], ['taken']]);
    expect(await titles('all')).toEqual(['gone', 'taken', 'free']);
  });

  it('puts what nobody has seen for long at the end, across pages', async () => {
    for (let number = 0; number < 26; number++) await offer({ title: `fresh ${number}` });
    for (let number = 0; number < 3; number++) await seenDaysAgo((await offer({ title: `old ${number}` })).id, 300);
    const first = await spares({ text: '', state: 'free', cursor: '' }, deadlines);
    const second = await spares({ text: '', state: 'free', cursor: first.next ?? '' }, deadlines);
    expect(first.items[0]?.title).toBe('fresh 25');
    expect(second.items.map(({ title }) => title)).toEqual(['fresh 1', 'fresh 0', 'old 2', 'old 1', 'old 0']);
    expect(second.next).toBeNull();
  });

  it('goes on among what nobody has seen for long', async () => {
    for (let number = 0; number < 30; number++) await offer({ title: `old ${number}` });
    await SpareModel.updateMany({}, { confirmedAt: new Date(0) });
    const first = await spares({ text: '', state: 'free', cursor: '' }, deadlines);
    const second = await titles('free', first.next ?? '');
    expect([first.items.length, second]).toEqual([24, ['old 5', 'old 4', 'old 3', 'old 2', 'old 1', 'old 0']]);
  });

  it('asks first about what was not seen for longest', async () => {
    const [one, two] = [await offer({ title: 'one' }), await offer({ title: 'two' })];
    await seenDaysAgo(two.id, 200);
    expect((await sparesHeldBy('holder')).map(({ title }) => title)).toEqual(['two', 'one']);
    await seenDaysAgo(one.id, 300);
    await confirmStillThere({ actor: holder, spareId: one.id });
    expect((await spareOf(one.id)).confirmedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    await expect(confirmStillThere({ actor: stranger, spareId: one.id })).rejects.toThrow(Forbidden);
  });
});
