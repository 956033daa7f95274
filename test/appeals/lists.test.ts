import { close } from '../../src/appeals/close';
import { appealFor, appealsOnDesk, appealsWithFindsOf } from '../../src/appeals/find-appeals';
import { happyEnds } from '../../src/appeals/happy-ends';
import { reopen } from '../../src/appeals/reopen';
import { withdrawConsent } from '../../src/customers/withdraw-consent';
import type { Appeal } from '../../src/domain/appeal';
import { NotFound } from '../../src/errors';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import { sharedThanks } from '../../src/messages/shared-thanks';
import { AppealModel } from '../../src/models/appeal';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, findIn } from '../support/cases';
import { person } from '../support/plain-appeal';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

let agents = 0;
/** Cases of an agent who has no others. */
function ownCases() {
  agents += 1;
  const people = { agent: person(`agent ${agents}`, 'agent'), finder: person(`finder ${agents}`) };
  return { ...people, cases: casesOf(test.services, people) };
}

const ids = (appeals: readonly { id: string }[]) => appeals.map(({ id }) => id);

describe('one case', () => {
  it('is not there for those who may not see it', async () => {
    const { agent, finder, cases } = ownCases();
    const draft = await cases.draft();
    await expect(appealFor(finder, draft.id)).rejects.toThrow(NotFound);
    await expect(appealFor(customerOfCase(draft), draft.id)).rejects.toThrow(NotFound);
    const published = await cases.searching();
    await expect(appealFor(customerOfCase(draft), published.id)).rejects.toThrow(NotFound);
    expect(await appealFor(agent, draft.id)).toEqual(draft);
    expect(await appealFor(finder, published.id)).toEqual(published);
    expect(await appealFor(customerOfCase(published), published.id)).toEqual(published);
  });
});

describe('the desk', () => {
  it('holds the own cases that are not finished, the oldest first, drafts too', async () => {
    const { agent, cases } = ownCases();
    await ownCases().cases.searching();
    const wanted = [await cases.draft(), await cases.searching(), await cases.delivered()];
    await cases.closedInVain();
    expect(ids(await appealsOnDesk(agent.id))).toEqual(ids(wanted));
  });

  it('holds closed cases only while something of them is left', async () => {
    const { agent, cases } = ownCases();
    await cases.closedHappy({ find: { quantity: 1 } });
    const left = await cases.closedHappy({ find: { quantity: 2 } });
    const coming = await close(by(agent, await cases.collecting()), 'withdrawn');
    expect(ids(await appealsOnDesk(agent.id)).sort()).toEqual(ids([left, coming]).sort());
    await shelveFind(by(agent, left), findIn(left), 'Shelf');
    expect(ids(await appealsOnDesk(agent.id))).toEqual([coming.id]);
  });

  it('holds a closed case whose customer has written, until somebody answers', async () => {
    const { agent, cases } = ownCases();
    const appeal = await cases.closedInVain();
    const replied = await receiveReply(by(customerOfCase(appeal), appeal), 'en', 'It has turned up!');
    expect(ids(await appealsOnDesk(agent.id))).toEqual([appeal.id]);
    await sendUpdate(by(agent, replied), { channel: 'phone', subject: '', body: 'How lovely' }, null);
    expect(await appealsOnDesk(agent.id)).toEqual([]);
  });
});

describe('my finds', () => {
  it('are of the cases in which I offered something', async () => {
    const { finder, cases } = ownCases();
    await cases.searching();
    const [one, two] = [await cases.withOffer(), await cases.closedHappy()];
    expect(ids(await appealsWithFindsOf(finder))).toEqual([two.id, one.id]);
  });
});

describe('happy ends', () => {
  const thanked = async (appeal: Appeal, shareable: boolean) =>
    receiveThanks(by(customerOfCase(appeal), appeal), 'en', 'Thank you!', { shareable, publicUse: false });
  const shown = async () => ids((await happyEnds('')).items);

  it('are closed cases whose customer agreed to show the thanks', async () => {
    const { agent, cases } = ownCases();
    await cases.closedHappy();
    await thanked(await cases.closedHappy(), false);
    await thanked(await cases.delivered(), true);
    const happy = await thanked(await cases.closedHappy(), true);
    expect(await shown()).toEqual([happy.id]);
    await reopen(by(agent, happy));
    expect(await shown()).toEqual([]);
    await close(by(agent, happy), 'withdrawn');
    expect(await shown()).toEqual([]);
  });

  it('are hidden again once the customer no longer agrees', async () => {
    const { cases } = ownCases();
    const happy = await thanked(await cases.closedHappy(), true);
    await withdrawConsent(by(customerOfCase(happy), happy), { shareable: false, publicUse: false });
    expect(await shown()).toEqual([]);
    expect(await sharedThanks([await appealFor(person('agent', 'agent'), happy.id)])).toEqual(new Map());
  });

  it('come in pages without losing or doubling one of the same moment', async () => {
    const { cases } = ownCases();
    const happy = await thanked(await cases.closedHappy(), true);
    const record = await AppealModel.findById(happy.id).lean();
    for (let copies = 1; copies < 14; copies++) await AppealModel.create({ ...record, _id: undefined });
    const first = await happyEnds('');
    const second = await happyEnds(first.next ?? '');
    expect([first.items.length, second.items.length, second.next]).toEqual([12, 2, null]);
    expect(new Set(ids([...first.items, ...second.items])).size).toBe(14);
  });
});
