import { acceptFind } from '../../src/appeals/accept-find';
import { appealFor } from '../../src/appeals/find-appeals';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { look } from '../../src/appeals/look';
import { LostRace } from '../../src/appeals/lost-race';
import { offerFind } from '../../src/appeals/offer-find';
import { ship } from '../../src/appeals/ship';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import { NotFound } from '../../src/errors';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, newFind } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const secondAgent = person('second', 'agent');
const finder = person('finder');
const crowd = (size: number) => Array.from({ length: size }, (_, index) => person(`colleague ${index}`));

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());

const offer = (actor: AccountActor, appeal: Appeal) =>
  offerFind(by(actor, appeal), newFind(), [], test.services.photoStore);
const now = (appeal: Appeal) => appealFor(agent, appeal.id);

function accountOf({ actor }: Appeal['timeline'][number]): string {
  return actor.kind === 'account' ? actor.id : 'customer';
}

describe('many at once', () => {
  it('loses no look', async () => {
    const appeal = await cases.searching();
    const people = crowd(30);
    await Promise.all(people.map((colleague) => look(by(colleague, appeal), 'Cellar')));
    const after = await now(appeal);
    const looked = after.timeline.filter(({ type }) => type === 'looked').map(accountOf);
    expect(looked.sort()).toEqual(people.map(({ id }) => id).sort());
    expect([after.version, after.timeline.length]).toEqual([appeal.version + 30, appeal.version + 30]);
  });

  it('loses no find, and every find has its event', async () => {
    const appeal = await cases.searching();
    await Promise.all(crowd(30).map((colleague) => offer(colleague, appeal)));
    const after = await now(appeal);
    const offered = after.timeline.flatMap((event) => (event.type === 'find_offered' ? [event.findId] : []));
    expect(offered).toEqual(after.finds.map(({ id }) => id));
    expect([after.finds.length, after.version]).toEqual([30, after.timeline.length]);
  });

  it('loses neither followers nor what happens beside them', async () => {
    const appeal = await cases.searching();
    const people = crowd(10);
    await Promise.all(
      people.flatMap((colleague) => [follow(colleague, appeal.id), giveLead(by(colleague, appeal), 'Fair')]),
    );
    const after = await now(appeal);
    expect(after.followers.sort()).toEqual(people.map(({ id }) => id).sort());
    expect(after.version).toBe(appeal.version + 10);
  });

  it('counts one look of a colleague who clicks often', async () => {
    const appeal = await cases.searching();
    const clicks = await Promise.allSettled([1, 2, 3, 4].map(() => look(by(finder, appeal), 'Cellar')));
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await now(appeal)).version).toBe(appeal.version + 1);
  });
});

describe('what excludes each other', () => {
  it('lets exactly one agent accept a find', async () => {
    const appeal = await offer(person('other'), await cases.withOffer());
    const [one, two] = appeal.finds;
    const results = await Promise.allSettled([
      acceptFind(by(agent, appeal), one?.id ?? ''),
      acceptFind(by(secondAgent, appeal), two?.id ?? ''),
    ]);
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toEqual([expect.any(LostRace)]);
    expect(lost[0].appeal.timeline).toEqual([expect.objectContaining({ type: 'find_accepted' })]);
    const after = await now(appeal);
    expect(after.finds.map(({ state }) => state).sort()).toEqual(['accepted', 'offered']);
    expect(after.version).toBe(appeal.version + 1);
  });

  it('lets a find be either accepted or withdrawn', async () => {
    const appeal = await cases.withOffer();
    const results = await Promise.allSettled([
      acceptFind(by(agent, appeal), findIn(appeal)),
      withdrawFind(by(finder, appeal), findIn(appeal)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = await now(appeal);
    const [find] = after.finds;
    expect([after.status, find?.state]).toEqual(
      results[0]?.status === 'fulfilled' ? ['found', 'accepted'] : ['searching', 'withdrawn'],
    );
  });
});

describe('a lost race', () => {
  it('says what happened since the page was opened, and how the case stands', async () => {
    const seen = await cases.withOffer();
    await giveLead(by(finder, seen), 'Ask at the fair');
    const taken = await acceptFind(by(agent, seen), findIn(seen));
    const error = await acceptFind(by(secondAgent, seen), findIn(seen)).catch((thrown: unknown) => thrown);
    if (!(error instanceof LostRace)) throw error;
    expect([error.status, error.key]).toEqual([409, 'conflict.faster']);
    expect(error.appeal).toEqual({ ...taken, timeline: taken.timeline.slice(seen.version) });
    expect(error.appeal.timeline.map(({ type }) => type)).toEqual(['lead_given', 'find_accepted']);
  });

  it('is a plain "not now" to somebody who has seen everything, or says nothing of it', async () => {
    const seen = await cases.searching();
    const early = { key: 'conflict.notNow', appeal: { timeline: [] } };
    await expect(ship(by(agent, seen), parcel)).rejects.toMatchObject(early);
    await expect(ship({ actor: agent, appealId: seen.id }, parcel)).rejects.toMatchObject(early);
  });
});

describe('what is not there', () => {
  it.each(['', 'x', '0'.repeat(23), 'F'.repeat(24), 'f'.repeat(24), { $ne: null }])('is no case: %j', async (id) => {
    await expect(look({ actor: agent, appealId: id as string }, '')).rejects.toThrow(NotFound);
    await expect(follow(agent, id as string)).rejects.toThrow(NotFound);
  });

  it('is no find of another case, nor of somebody else', async () => {
    const [one, two] = [await cases.withOffer(), await cases.withOffer()];
    await expect(acceptFind(by(agent, one), findIn(two))).rejects.toThrow(NotFound);
    await expect(withdrawFind(by(person('other'), one), findIn(one))).rejects.toThrow(NotFound);
  });
});

const parcel = { carrier: 'dhl', trackingNumber: '', quantity: 1 } as const;
