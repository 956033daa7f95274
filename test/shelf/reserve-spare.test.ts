import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import type { Appeal } from '../../src/domain/appeal';
import { InvalidInput, NotFound } from '../../src/errors';
import { AppealModel } from '../../src/models/appeal';
import { SpareModel } from '../../src/models/spare';
import { spareOf } from '../../src/shelf/find-spares';
import { reserveSpare } from '../../src/shelf/reserve-spare';
import { settleDue } from '../../src/shelf/settle-spare';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';
import { spareOn } from '../support/spares';

const agent = person('agent', 'agent');
const secondAgent = person('second', 'agent');
const holder = person('holder');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const spareWith = (quantity: number) => spareOn(test.services, holder, { quantity });
const reservedIn = ({ finds }: Appeal) => finds.filter(({ spareId }) => spareId !== undefined);

/** As if the process had ended just before the appeal was written. */
function dieBeforeTheAppeal(): void {
  jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementationOnce(() => {
    throw new Error('the process ended');
  });
}

describe('reserving', () => {
  it('makes the pieces a find of the case, which goes on as if one had been accepted', async () => {
    const spare = await spareOn(test.services, holder, { quantity: 3, place: 'Bonn' }, [await photo('#112233')]);
    const appeal = await reserveSpare(by(agent, await cases.searching()), spare.id, 2);
    const [find] = reservedIn(appeal);
    expect(appeal.status).toBe('found');
    expect(find).toMatchObject({ spareId: spare.id, finder: 'holder', quantity: 2, place: 'Bonn', state: 'accepted' });
    expect(find?.photo).toEqual(spare.photos[0]);
    const event = { type: 'spare_reserved', findId: find?.id, spareId: spare.id, quantity: 2 };
    expect(appeal.timeline.at(-1)).toMatchObject({ ...event, actor: { id: 'agent' } });
    const reservation = { findId: find?.id, appealId: appeal.id, quantity: 2, state: 'reserved' };
    expect(await spareOf(spare.id)).toMatchObject({ free: 1, quantity: 3, reservations: [reservation] });
  });

  it('is refused where fewer pieces are free, where there is no spare, and where the case takes none', async () => {
    const spare = await spareWith(1);
    const searching = await cases.searching();
    await expect(reserveSpare(by(agent, searching), spare.id, 2)).rejects.toThrow(InvalidInput);
    await expect(reserveSpare(by(agent, searching), 'f'.repeat(24))).rejects.toThrow(NotFound);
    await expect(reserveSpare(by(agent, await cases.found()), spare.id)).rejects.toThrow(LostRace);
    await expect(reserveSpare(by(holder, searching), spare.id)).rejects.toThrow(LostRace);
    expect(await appealFor(agent, searching.id)).toEqual(searching);
    expect(await spareOf(spare.id)).toMatchObject({ free: 1, reservations: [] });
  });

  it('gives the pieces back when the case was faster', async () => {
    const spare = await spareWith(1);
    const appeal = await cases.searching();
    const results = await Promise.allSettled([
      reserveSpare(by(agent, appeal), spare.id),
      close(by(secondAgent, appeal), 'withdrawn'),
    ]);
    const won = results[0]?.status === 'fulfilled';
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await spareOf(spare.id)).free).toBe(won ? 0 : 1);
  });
});

it('closing the case gives the pieces back', async () => {
  const spare = await spareWith(2);
  const appeal = await reserveSpare(by(agent, await cases.searching()), spare.id, 2);
  const closed = await close(by(agent, appeal), 'withdrawn');
  expect(reservedIn(closed).map(({ state }) => state)).toEqual(['put_back']);
  expect(await spareOf(spare.id)).toMatchObject({ free: 2, reservations: [] });
});

describe('many at once', () => {
  it('never promise a piece twice', async () => {
    const spare = await spareWith(7);
    const appeals = await Promise.all(Array.from({ length: 40 }, () => cases.searching()));
    const results = await Promise.allSettled(appeals.map((appeal) => reserveSpare(by(agent, appeal), spare.id)));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toHaveLength(33);
    for (const reason of lost) expect(reason).toBeInstanceOf(InvalidInput);
    const after = await Promise.all(appeals.map(({ id }) => appealFor(agent, id)));
    expect(after.flatMap(reservedIn)).toHaveLength(7);
    expect(after.filter(({ status }) => status === 'found')).toHaveLength(7);
    const { free, reservations } = await spareOf(spare.id);
    const told = after.flatMap(reservedIn).map(({ id }) => id);
    expect([free, reservations.map(({ findId }) => findId).sort()]).toEqual([0, told.sort()]);
  });

  it('of one case get one reservation', async () => {
    const spare = await spareWith(5);
    const appeal = await cases.searching();
    const clicks = [agent, secondAgent, agent, secondAgent].map((actor) => reserveSpare(by(actor, appeal), spare.id));
    const results = await Promise.allSettled(clicks);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [find, ...others] = reservedIn(await appealFor(agent, appeal.id));
    expect(others).toEqual([]);
    expect(await spareOf(spare.id)).toMatchObject({ free: 4, reservations: [{ findId: find?.id }] });
  });
});

describe('when the process ends between the two writes', () => {
  const age = (spareId: string, minutes: number) =>
    SpareModel.updateOne(
      { _id: spareId },
      { 'reservations.0.at': new Date(Date.now() - minutes * 60_000), settleAt: new Date() },
    );

  it('the pieces wait for that case, and reserving again goes on', async () => {
    const spare = await spareWith(1);
    const appeal = await cases.searching();
    dieBeforeTheAppeal();
    await expect(reserveSpare(by(agent, appeal), spare.id)).rejects.toThrow('the process ended');
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
    expect((await spareOf(spare.id)).free).toBe(0);
    await expect(reserveSpare(by(agent, await cases.searching()), spare.id)).rejects.toThrow(InvalidInput);
    const again = await reserveSpare(by(agent, appeal), spare.id);
    expect(await spareOf(spare.id)).toMatchObject({ free: 0, reservations: [{ findId: reservedIn(again)[0]?.id }] });
  });

  it('the pieces are free again after ten minutes', async () => {
    const spare = await spareWith(1);
    const appeal = await cases.searching();
    dieBeforeTheAppeal();
    await expect(reserveSpare(by(agent, appeal), spare.id)).rejects.toThrow('the process ended');
    await age(spare.id, 9);
    await settleDue();
    expect((await spareOf(spare.id)).free).toBe(0);
    await age(spare.id, 11);
    await settleDue();
    expect(await spareOf(spare.id)).toMatchObject({ free: 1, reservations: [] });
  });

  it('what the appeals tell still holds, whatever the spare says', async () => {
    const spare = await spareWith(2);
    const appeal = await reserveSpare(by(agent, await cases.searching()), spare.id);
    await SpareModel.updateOne({ _id: spare.id }, { reservations: [], free: 2, settleAt: new Date() });
    await settleDue();
    expect(await spareOf(spare.id)).toMatchObject({ free: 1, reservations: [{ appealId: appeal.id }] });
  });
});
