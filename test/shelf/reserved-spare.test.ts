import { appealFor } from '../../src/appeals/find-appeals';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { receiveFind } from '../../src/appeals/receive-find';
import { ship } from '../../src/appeals/ship';
import type { Appeal } from '../../src/domain/appeal';
import { SpareModel } from '../../src/models/spare';
import { spareOf } from '../../src/shelf/find-spares';
import { handOverSpare } from '../../src/shelf/hand-over-spare';
import { releaseReservation } from '../../src/shelf/release-reservation';
import { settleDue } from '../../src/shelf/settle-spare';
import { shelveFind } from '../../src/shelf/shelve-find';
import { takeBackSpare } from '../../src/shelf/take-back-spare';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const holder = person('finder');
const parcel = { carrier: 'dhl', trackingNumber: '00342' } as const;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: holder });
});
afterAll(() => test.stop());

/** The spare two of whose three pieces were reserved. */
const spareBehind = ({ finds }: Appeal) => spareOf(finds[0]?.spareId ?? '');
const taken = async (appeal: Appeal) => {
  const { free, reservations } = await spareBehind(appeal);
  return [free, ...reservations.map(({ quantity, state }) => `${quantity} ${state}`)];
};

/** As if the process had ended after the appeal was written, before the spare was. */
function dieBeforeTheSpare(): void {
  jest.spyOn(SpareModel, 'findOneAndUpdate').mockImplementationOnce(() => {
    throw new Error('the process ended');
  });
}

describe('what was reserved', () => {
  it('goes to the desk and out, with no colleague asked', async () => {
    const reserved = await cases.reserved();
    expect(await taken(reserved)).toEqual([1, '2 reserved']);
    const atDesk = await handOverSpare(by(agent, reserved), findIn(reserved));
    expect([atDesk.status, atDesk.timeline.at(-1)?.type]).toEqual(['at_desk', 'spare_handed_over']);
    expect(await taken(atDesk)).toEqual([1, '2 out']);
    const sent = await ship(by(agent, atDesk), { ...parcel, quantity: 2 });
    await SpareModel.updateMany({}, { settleAt: new Date() });
    await settleDue();
    expect(await taken(sent)).toEqual([1, '2 gone']);
    expect(await SpareModel.findOne({ settleAt: { $ne: null }, free: 1 }).lean()).toBeNull();
  });

  it('goes straight into a parcel', async () => {
    const reserved = await cases.reserved();
    const sent = await handOverSpare(by(agent, reserved), findIn(reserved), parcel);
    const types = sent.timeline.slice(reserved.timeline.length).map(({ type }) => type);
    expect([sent.status, types]).toEqual(['on_its_way', ['spare_handed_over', 'shipped']]);
    expect(await taken(sent)).toEqual([1, '2 gone']);
  });

  it('may be sent by whoever keeps it, as any find', async () => {
    const reserved = await cases.reserved();
    const handOver = { way: 'in_house_post', carrier: null, trackingNumber: '' } as const;
    const coming = await handOverFind(by(holder, reserved), findIn(reserved), handOver);
    const atDesk = await receiveFind(by(agent, coming), findIn(coming));
    expect([coming.status, atDesk.status]).toEqual(['collecting', 'at_desk']);
  });

  it.each(['reserved', 'fetched'] as const)('is free again when it is released (%s)', async (story) => {
    const appeal = await cases[story]();
    const released = await releaseReservation(by(agent, appeal), findIn(appeal), 'The blue one');
    expect([released.status, released.finds[0]?.state]).toEqual(['searching', 'put_back']);
    expect(released.timeline.at(-1)).toMatchObject({ type: 'reservation_released', words: 'The blue one' });
    expect(await taken(released)).toEqual([3]);
  });
});

describe('what the customer did not need', () => {
  it('goes back where it was taken from; what was sent stays gone', async () => {
    const sent = await cases.sentFromShelf();
    const after = await takeBackSpare(by(agent, sent), findIn(sent));
    expect(after.timeline.at(-1)).toMatchObject({ type: 'spare_taken_back', quantity: 1 });
    expect(await taken(after)).toEqual([2, '1 gone']);
  });

  it('or becomes a spare of its own elsewhere', async () => {
    const sent = await cases.sentFromShelf();
    const after = await shelveFind(by(agent, sent), findIn(sent), 'My desk');
    expect(await taken(after)).toEqual([1, '2 out']);
    await SpareModel.updateMany({}, { settleAt: new Date() });
    await settleDue();
    expect(await taken(after)).toEqual([1, '2 gone']);
    expect(await SpareModel.findOne({ appeal: after.id }).lean()).toMatchObject({ quantity: 1, place: 'My desk' });
  });
});

describe('when the process ends after the appeal was written', () => {
  it.each([
    [
      'released',
      startingFrom('reserved'),
      (appeal: Appeal) => releaseReservation(by(agent, appeal), findIn(appeal), ''),
      [3],
    ],
    [
      'handed over',
      startingFrom('reserved'),
      (appeal: Appeal) => handOverSpare(by(agent, appeal), findIn(appeal)),
      [1, '2 out'],
    ],
    [
      'taken back',
      startingFrom('sentFromShelf'),
      (appeal: Appeal) => takeBackSpare(by(agent, appeal), findIn(appeal)),
      [2, '1 gone'],
    ],
  ])('the spare follows by itself: %s', async (_, story, run, expected) => {
    const before = await story();
    dieBeforeTheSpare();
    await expect(run(before)).rejects.toThrow('the process ended');
    const after = await appealFor(agent, before.id);
    expect(after.version).toBe(before.version + 1);
    await SpareModel.updateMany({}, { settleAt: new Date() });
    await settleDue();
    expect(await taken(after)).toEqual(expected);
  });
});

function startingFrom(name: 'reserved' | 'sentFromShelf') {
  return () => cases[name]();
}
