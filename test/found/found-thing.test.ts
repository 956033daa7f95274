import { appealFor } from '../../src/appeals/find-appeals';
import { handToOwner } from '../../src/appeals/hand-to-owner';
import { LostRace } from '../../src/appeals/lost-race';
import { Conflict, InvalidInput, NotFound } from '../../src/errors';
import { disposeThing } from '../../src/found/dispose-thing';
import { foundThingOf } from '../../src/found/found-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { keepMarks } from '../../src/found/keep-marks';
import { makeClaim } from '../../src/found/make-claim';
import { releaseClaim } from '../../src/found/release-claim';
import { claimsToReleaseBy } from '../../src/found/to-release';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { claimed, proven } from '../support/found';
import { person } from '../support/plain-appeal';

const [ada, grace, paul] = [person('ada', 'agent'), person('grace', 'agent'), person('paul')];
const claim = { name: 'Ana', contact: '0170', words: 'Hers' };
const dayMs = 24 * 60 * 60 * 1000;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent: ada, finder: paul });
});
afterAll(() => test.stop());

const found = () => cases.searching({ appeal: { kind: 'owner' } });
const nowhere = '00000000-0000-4000-8000-000000000000';

it('marks and claims change nothing of the case, by which anybody could tell', async () => {
  const appeal = await found();
  await claimed(ada, appeal, paul);
  expect(await appealFor(ada, appeal.id)).toEqual(appeal);
  expect(await foundThingOf(appeal.id)).toMatchObject({
    marks: 'Crack at the corner',
    claims: [{ by: 'paul', name: 'Ana Sousa', verdict: null, release: null }],
  });
});

it('are taken for a found thing alone, and marks from agents alone', async () => {
  const [thing, appeal] = [await cases.searching(), await found()];
  await expect(makeClaim(by(paul, thing), claim)).rejects.toThrow(LostRace);
  await expect(keepMarks(by(ada, thing), { marks: 'x', question: 'y' })).rejects.toThrow(LostRace);
  await expect(keepMarks(by(paul, appeal), { marks: 'x', question: 'y' })).rejects.toThrow(LostRace);
});

describe('the control question', () => {
  it('must be known before an answer is judged', async () => {
    const appeal = await found();
    await makeClaim(by(paul, appeal), claim);
    const { claims } = await foundThingOf(appeal.id);
    await expect(judgeClaim(by(ada, appeal), claims[0]?.id ?? '', true)).rejects.toThrow(InvalidInput);
  });

  it('is written down as right or wrong, with who and when, once', async () => {
    const appeal = await found();
    const claimId = await claimed(ada, appeal, paul);
    const at = new Date('2026-03-01T12:00:00Z');
    await judgeClaim(by(ada, appeal), claimId, false, at);
    const { claims } = await foundThingOf(appeal.id);
    expect(claims[0]?.verdict).toEqual({ right: false, by: 'ada', at });
    await expect(judgeClaim(by(grace, appeal), claimId, true)).rejects.toThrow(Conflict);
    await expect(judgeClaim(by(ada, appeal), nowhere, true)).rejects.toThrow(NotFound);
    await expect(judgeClaim(by(paul, appeal), claimId, true)).rejects.toThrow(LostRace);
  });
});

describe('the release', () => {
  it('needs a second agent', async () => {
    const appeal = await found();
    const claimId = await proven(ada, appeal);
    await expect(releaseClaim(by(ada, appeal), claimId)).rejects.toMatchObject({ key: 'refusal.secondAgent' });
    await expect(releaseClaim(by(paul, appeal), claimId)).rejects.toThrow(LostRace);
    expect((await appealFor(ada, appeal.id)).status).toBe('searching');
    await releaseClaim(by(grace, appeal), claimId);
    const after = await appealFor(ada, appeal.id);
    expect([after.status, after.timeline.at(-1)]).toEqual([
      'at_desk',
      expect.objectContaining({ type: 'owner_named', actor: { kind: 'account', id: 'grace' } }),
    ]);
    expect((await foundThingOf(appeal.id)).claims[0]?.release).toMatchObject({ by: 'grace' });
  });

  it('is to one of many, even when two are released at the same time', async () => {
    const appeal = await found();
    const [one, other] = [await proven(ada, appeal), await proven(ada, appeal, { name: 'Bea' })];
    const both = [releaseClaim(by(grace, appeal), one), releaseClaim(by(person('joan', 'agent'), appeal), other)];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await foundThingOf(appeal.id)).claims.filter(({ release }) => release)).toHaveLength(1);
  });

  it('needs a right answer', async () => {
    const appeal = await found();
    const claimId = await claimed(ada, appeal, paul);
    await expect(releaseClaim(by(grace, appeal), claimId)).rejects.toThrow(Conflict);
    await judgeClaim(by(ada, appeal), claimId, false);
    await expect(releaseClaim(by(grace, appeal), claimId)).rejects.toThrow(Conflict);
    await expect(releaseClaim(by(grace, appeal), nowhere)).rejects.toThrow(NotFound);
  });

  it('waits on the desk of every agent but the one who judged', async () => {
    const appeal = await found();
    await proven(ada, appeal);
    const waiting = async (who: typeof ada) => (await claimsToReleaseBy(who)).map(({ appealId }) => appealId);
    expect([(await waiting(grace)).includes(appeal.id), (await waiting(ada)).includes(appeal.id)]).toEqual([
      true,
      false,
    ]);
  });

  it('ends with the thing in its owner’s hands', async () => {
    const appeal = await found();
    await releaseClaim(by(grace, appeal), await proven(ada, appeal));
    const after = await handToOwner(by(ada, await appealFor(ada, appeal.id)));
    expect([after.status, after.timeline.at(-1)?.type]).toEqual(['delivered', 'handed_to_owner']);
  });
});

describe('what becomes of a thing nobody claims', () => {
  const keepDays = 100;
  const decision = { way: 'donated', words: 'To the school' } as const;
  const inDays = (days: number) => ({ keepDays, now: new Date(Date.now() + days * dayMs) });

  it('is decided once its time has come, and written down', async () => {
    const appeal = await found();
    await expect(disposeThing(by(ada, appeal), decision, inDays(99))).rejects.toThrow(Conflict);
    const after = await disposeThing(by(ada, appeal), decision, inDays(101));
    expect([after.status, after.outcome]).toEqual(['closed', 'not_found']);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'closed', outcome: 'not_found', disposal: 'donated' });
    expect((await foundThingOf(appeal.id)).disposal).toMatchObject({ ...decision, by: 'ada', at: expect.any(Date) });
  });

  it('is not decided while somebody waits for an answer', async () => {
    const appeal = await found();
    const claimId = await claimed(ada, appeal, paul);
    await expect(disposeThing(by(ada, appeal), decision, inDays(101))).rejects.toThrow(Conflict);
    await judgeClaim(by(ada, appeal), claimId, false);
    await disposeThing(by(ada, appeal), decision, inDays(101));
  });

  it('is no colleague’s to decide, and not asked of anything but a found thing', async () => {
    await expect(disposeThing(by(paul, await found()), decision, inDays(101))).rejects.toThrow(LostRace);
    await expect(disposeThing(by(ada, await cases.searching()), decision, inDays(101))).rejects.toThrow(LostRace);
  });
});
