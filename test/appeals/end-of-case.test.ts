import { acceptFind } from '../../src/appeals/accept-find';
import { close } from '../../src/appeals/close';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { appealFor } from '../../src/appeals/find-appeals';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { nameOwner } from '../../src/appeals/name-owner';
import { offerFind } from '../../src/appeals/offer-find';
import { receiveFind } from '../../src/appeals/receive-find';
import { reopen } from '../../src/appeals/reopen';
import { ship } from '../../src/appeals/ship';
import type { Appeal } from '../../src/domain/appeal';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, findIn, newFind } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const finder = person('finder');
const parcel = { carrier: 'dhl', trackingNumber: '00340', quantity: 1 } as const;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());

describe('sending the parcel', () => {
  it('refuses more pieces than there are, and says how many there are', async () => {
    const appeal = await cases.atDesk({ find: { quantity: 2 } });
    await expect(ship(by(agent, appeal), { ...parcel, quantity: 3 })).rejects.toMatchObject({
      fields: { quantity: 'refusal.tooManyPieces' },
      values: { available: 2 },
    });
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  });

  it('takes the pieces from the find that was received', async () => {
    const appeal = await cases.atDesk();
    const after = await ship(by(agent, appeal), { ...parcel, quantity: 2 });
    expect(after.status).toBe('on_its_way');
    expect(after.shipments).toEqual([expect.objectContaining({ ...parcel, quantity: 2, findId: findIn(appeal) })]);
    expect(after.timeline.at(-1)).toMatchObject({
      type: 'shipped',
      shipmentId: after.shipments[0]?.id,
      carrier: 'dhl',
    });
  });

  it('takes another find where the first was sent, the case reopened and a second found', async () => {
    const first = await reopen(by(agent, await cases.closedHappy({ find: { quantity: 1 } })));
    const second = await travelled(await offerFind(by(finder, first), newFind(), [], test.services.photoStore));
    const after = await ship(by(agent, second), { ...parcel, quantity: 2 });
    expect(after.shipments.map(({ findId }) => findId)).toEqual(after.finds.map(({ id }) => id));
  });
});

describe('a found thing whose owner is known', () => {
  it('lies at the desk, and is one piece without a find', async () => {
    const appeal = await nameOwner(by(agent, await cases.searching({ appeal: { kind: 'owner' } })));
    expect(appeal.timeline.at(-1)).toMatchObject({ type: 'owner_named' });
    await expect(ship(by(agent, appeal), { ...parcel, quantity: 2 })).rejects.toThrow('error.invalidInput');
    expect((await ship(by(agent, appeal), parcel)).shipments).toEqual([expect.objectContaining({ findId: null })]);
  });
});

describe('the arrival', () => {
  it('is confirmed by the customer', async () => {
    const appeal = await cases.onItsWay();
    const after = await confirmDelivery(by(customerOfCase(appeal), appeal));
    expect([after.status, after.timeline.at(-1)?.actor]).toEqual(['delivered', { kind: 'customer' }]);
  });
});

describe('closing', () => {
  it('refuses an end that is none from there', async () => {
    const refused = { fields: { outcome: 'refusal.outcome' } };
    const searching = await cases.searching();
    await expect(close(by(agent, searching), 'happy')).rejects.toMatchObject(refused);
    await expect(close(by(agent, await cases.delivered()), 'not_found')).rejects.toMatchObject(refused);
    expect(await appealFor(agent, searching.id)).toEqual(searching);
  });

  it('keeps how it ended', async () => {
    const after = await close(by(agent, await cases.searching()), 'duplicate');
    expect([after.status, after.outcome]).toEqual(['closed', 'duplicate']);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'closed', outcome: 'duplicate' });
  });

  it('makes an accepted find an offer again, and leaves one that travels', async () => {
    const states = async (appeal: Appeal) =>
      (await close(by(agent, appeal), 'withdrawn')).finds.map(({ state }) => state);
    expect(await states(await cases.found())).toEqual(['offered']);
    expect(await states(await cases.collecting())).toEqual(['handed_over']);
  });
});

describe('reopening', () => {
  it('starts the search again without an outcome', async () => {
    const after = await reopen(by(agent, await cases.closedInVain()));
    expect([after.status, after.outcome]).toEqual(['searching', null]);
  });

  it('goes on with what travels or lies at the desk', async () => {
    const again = async (appeal: Appeal) =>
      (await reopen(by(agent, await close(by(agent, appeal), 'withdrawn')))).status;
    expect(await again(await cases.collecting())).toBe('collecting');
    expect(await again(await cases.atDesk())).toBe('at_desk');
  });
});

/** Brings the last find of a case to the desk. */
async function travelled(appeal: Appeal): Promise<Appeal> {
  const findId = appeal.finds.at(-1)?.id ?? '';
  await acceptFind(by(agent, appeal), findId);
  await handOverFind(by(finder, appeal), findId, { way: 'in_person', carrier: null, trackingNumber: '' });
  return receiveFind(by(agent, appeal), findId);
}
