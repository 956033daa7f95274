import { appealFor } from '../../src/appeals/find-appeals';
import { follow, unfollow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { look } from '../../src/appeals/look';
import { NotFound } from '../../src/errors';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const colleague = person('colleague');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: colleague });
});
afterAll(() => test.stop());

describe('following', () => {
  it('is not possible where there is nothing to see', async () => {
    const draft = await cases.draft();
    await expect(follow(colleague, draft.id)).rejects.toThrow(NotFound);
    await expect(unfollow(colleague, draft.id)).rejects.toThrow(NotFound);
    expect((await appealFor(agent, draft.id)).followers).toEqual([]);
  });

  it('counts once, and is no event', async () => {
    const appeal = await cases.searching();
    await follow(colleague, appeal.id);
    await follow(colleague, appeal.id);
    await follow(agent, appeal.id);
    expect(await appealFor(agent, appeal.id)).toEqual({ ...appeal, followers: ['colleague', 'agent'] });
  });

  it('ends, also for one who did not follow', async () => {
    const appeal = await cases.searching();
    await follow(colleague, appeal.id);
    await unfollow(colleague, appeal.id);
    await unfollow(colleague, appeal.id);
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  });

  it('goes on after the case is closed', async () => {
    const appeal = await cases.closedInVain();
    await follow(colleague, appeal.id);
    expect((await appealFor(agent, appeal.id)).followers).toEqual(['colleague']);
  });
});

it('keeps the words of a lead', async () => {
  const appeal = await giveLead(by(colleague, await cases.searching()), 'Ask at the fair');
  expect(appeal.timeline.at(-1)).toMatchObject({ type: 'lead_given', words: 'Ask at the fair' });
});

it('keeps the place of a look', async () => {
  const appeal = await look(by(colleague, await cases.searching()), 'Cellar');
  expect(appeal.timeline.at(-1)).toMatchObject({ type: 'looked', place: 'Cellar' });
});
