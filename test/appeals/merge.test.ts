import { board } from '../../src/appeals/board';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { follow } from '../../src/appeals/follow';
import { LostRace } from '../../src/appeals/lost-race';
import { mergeAppeals, unmergeAppeal } from '../../src/appeals/merge';
import type { Appeal } from '../../src/domain/appeal';
import { InvalidInput, NotFound } from '../../src/errors';
import { AppealModel } from '../../src/models/appeal';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const [fan, other] = [person('fan'), person('other')];

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const now = ({ id }: Appeal) => appealFor(agent, id);
const last = async (appeal: Appeal) => (await now(appeal)).timeline.at(-1);

describe('merging two appeals', () => {
  it('closes the one, tells it in both, and takes its followers along', async () => {
    const [one, into] = [await cases.searching(), await cases.searching()];
    await follow(fan, one.id);
    await follow(other, into.id);
    await mergeAppeals(by(agent, one), into.id);
    expect(await now(one)).toMatchObject({ status: 'closed', outcome: 'duplicate', mergedInto: into.id });
    expect(await last(one)).toMatchObject({ type: 'merged_into', appealId: into.id, actor: { id: 'agent' } });
    expect(await last(into)).toMatchObject({ type: 'took_in', appealId: one.id });
    expect((await now(into)).followers.toSorted()).toEqual(['fan', 'other']);
    expect((await now(into)).status).toBe('searching');
  });

  it('is undone, in both', async () => {
    const [one, into] = [await cases.searching(), await cases.searching()];
    const merged = await mergeAppeals(by(agent, one), into.id);
    await unmergeAppeal(by(agent, merged));
    expect(await now(one)).toMatchObject({ status: 'searching', outcome: null, mergedInto: null });
    expect([(await last(one))?.type, (await last(into))?.type]).toEqual(['merge_undone', 'gave_back']);
    await expect(unmergeAppeal(by(agent, await now(one)))).rejects.toThrow(LostRace);
  });

  it('is refused with itself, with another kind, with what is over, and for colleagues', async () => {
    const [one, person] = [await cases.searching(), await cases.searching({ appeal: { kind: 'person' } })];
    for (const into of [one, person]) await expect(mergeAppeals(by(agent, one), into.id)).rejects.toThrow(InvalidInput);
    const closed = await cases.searching();
    await close(by(agent, closed), 'withdrawn');
    const draft = await cases.draft();
    for (const into of [closed, draft]) await expect(mergeAppeals(by(agent, one), into.id)).rejects.toThrow(LostRace);
    await expect(mergeAppeals(by(agent, one), 'f'.repeat(24))).rejects.toThrow(NotFound);
    await expect(mergeAppeals(by(fan, one), (await cases.searching()).id)).rejects.toThrow(LostRace);
    expect(await now(one)).toEqual(one);
  });

  it('leaves the one as it was when the other is closed in between', async () => {
    const [one, into] = [await cases.searching(), await cases.searching()];
    const written = AppealModel.findOneAndUpdate.bind(AppealModel);
    const spy = jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementationOnce(((
      ...args: Parameters<typeof written>
    ) => ({
      lean: async () => {
        const record = await written(...args).lean();
        await AppealModel.updateOne({ _id: into.id }, { status: 'closed', outcome: 'withdrawn' });
        return record;
      },
    })) as never);
    await expect(mergeAppeals(by(agent, one), into.id)).rejects.toThrow(LostRace);
    spy.mockRestore();
    expect(await now(one)).toMatchObject({ status: 'searching', outcome: null, mergedInto: null });
  });

  it('can be undone when the other is gone', async () => {
    const [one, into] = [await cases.searching(), await cases.searching()];
    const merged = await mergeAppeals(by(agent, one), into.id);
    await AppealModel.deleteOne({ _id: into.id });
    expect((await unmergeAppeal(by(agent, merged))).status).toBe('searching');
    expect((await board({ text: '', kind: null, status: null, order: 'date', cursor: '' })).items[0]).toBeDefined();
  });
});
