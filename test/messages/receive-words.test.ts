import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { NotFound } from '../../src/errors';
import { messagesOf, messagesOfMany, wordsOf } from '../../src/messages/find-messages';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { sharedThanks } from '../../src/messages/shared-thanks';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

describe('a reply', () => {
  it('leaves no words in a case that is not published', async () => {
    const draft = await cases.draft();
    await expect(receiveReply(by(customerOfCase(draft), draft), 'en', 'Hello?')).rejects.toThrow(NotFound);
    expect(await messagesOf(draft.id)).toEqual([]);
  });

  it('is kept apart from its event', async () => {
    const appeal = await cases.searching();
    const after = await receiveReply(by(customerOfCase(appeal), appeal), 'de', 'Gibt es etwas Neues?');
    const [message] = await messagesOf(appeal.id);
    expect(message).toMatchObject({ kind: 'reply', state: 'received', language: 'de', body: 'Gibt es etwas Neues?' });
    expect(after.timeline.at(-1)).toMatchObject({
      type: 'customer_replied',
      messageId: message?.id,
      actor: { kind: 'customer' },
    });
    expect(JSON.stringify(after)).not.toContain('Neues');
  });

  it('is possible as often as the customer likes', async () => {
    const appeal = await cases.searching();
    const customer = customerOfCase(appeal);
    await Promise.all(['one', 'two', 'three'].map((words) => receiveReply(by(customer, appeal), 'en', words)));
    const messages = await messagesOf(appeal.id);
    expect(messages.map(({ body }) => body).sort()).toEqual(['one', 'three', 'two']);
    expect((await appealFor(agent, appeal.id)).version).toBe(appeal.version + 3);
  });
});

describe('thanks', () => {
  it('are refused before anything has arrived, and leave no words', async () => {
    const appeal = await cases.onItsWay();
    await expect(
      receiveThanks(by(customerOfCase(appeal), appeal), 'en', 'Thanks!', { shareable: true, publicUse: false }),
    ).rejects.toThrow(LostRace);
    expect(await messagesOf(appeal.id)).toEqual([]);
  });

  it('are said once, also when sent twice at once', async () => {
    const appeal = await cases.delivered();
    const results = await Promise.allSettled(
      ['one', 'two'].map((words) =>
        receiveThanks(by(customerOfCase(appeal), appeal), 'en', words, { shareable: true, publicUse: false }),
      ),
    );
    const [won] = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const kept = await messagesOf(appeal.id);
    expect(kept.map(({ body }) => body)).toEqual([['one', 'two'][won ?? 2]]);
  });

  it.each([true, false])('are shown to others only as the customer agreed: %s', async (shareable) => {
    const appeal = await cases.delivered();
    const after = await receiveThanks(by(customerOfCase(appeal), appeal), 'en', 'Big eyes!', {
      shareable,
      publicUse: false,
    });
    const [message] = await messagesOf(appeal.id);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'customer_thanked', messageId: message?.id, shareable });
    expect([...(await sharedThanks([after])).values()]).toEqual(shareable ? ['Big eyes!'] : []);
  });
});

describe('reading messages', () => {
  it('gives them by case, the oldest first', async () => {
    const [one, two] = [await cases.searching(), await cases.searching()];
    for (const words of ['first', 'second']) await receiveReply(by(customerOfCase(one), one), 'en', words);
    const many = await messagesOfMany([one.id, two.id]);
    expect([...many].map(([id, list]) => [id, list.map(({ body }) => body)])).toEqual([
      [one.id, ['first', 'second']],
      [two.id, []],
    ]);
    const ids = (many.get(one.id) ?? []).map(({ id }) => id);
    expect([...(await wordsOf(ids)).values()].sort()).toEqual(['first', 'second']);
    expect(await wordsOf([])).toEqual(new Map());
  });
});
