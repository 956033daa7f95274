import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { removeCustomer, updateCustomer } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { Conflict, NotFound } from '../../src/errors';
import { messagesOf } from '../../src/messages/find-messages';
import { markPosted } from '../../src/messages/mark-posted';
import { sendUpdate } from '../../src/messages/send-update';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, newAppeal, tokenOf } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const mail = { channel: 'email', subject: 'News', body: 'We found one.' } as const;
const post = { channel: 'x', subject: '', body: 'We found one.' } as const;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const messages = (appeal: Appeal) => messagesOf(appeal.id);

describe('a status update', () => {
  it('is refused where nobody could get it, and leaves no words', async () => {
    const appeal = await cases.searching({ customer: { email: '' } });
    const tooLong = { ...post, body: 'a'.repeat(10_000) };
    const refused = (body: string) => ({ status: 422, fields: { body } });
    await expect(sendUpdate(by(agent, appeal), tooLong, null)).rejects.toMatchObject(refused('refusal.tooLong'));
    await expect(sendUpdate(by(agent, appeal), mail, null)).rejects.toMatchObject(refused('refusal.noAddress'));
    expect(await messages(appeal)).toEqual([]);
  });

  it('is not there for a customer who was erased', async () => {
    const appeal = await cases.searching();
    await removeCustomer(appeal.id);
    await expect(sendUpdate(by(agent, appeal), mail, null)).rejects.toThrow(NotFound);
  });

  it('leaves no words where the case does not allow it', async () => {
    const draft = await cases.draft();
    await expect(sendUpdate(by(agent, draft), mail, null)).rejects.toThrow(LostRace);
    expect(await messages(draft)).toEqual([]);
  });

  it('is queued as a mail to the address of that hour', async () => {
    const appeal = await cases.searching({ customer: { language: 'de' } });
    const after = await sendUpdate(by(agent, appeal), mail, null);
    await updateCustomer(appeal.id, { ...newAppeal().customer, email: 'moved@customers.example' });
    const [message] = await messages(appeal);
    expect(message).toMatchObject({ ...mail, kind: 'update', state: 'queued', language: 'de', attempts: 0 });
    expect(message?.recipient).toBe('maria@customers.example');
    expect(after.timeline.at(-1)).toMatchObject({ type: 'update_sent', messageId: message?.id, channel: 'email' });
    expect(JSON.stringify(after)).not.toContain(mail.body);
  });

  it('waits to be posted in every other channel', async () => {
    const appeal = await cases.searching();
    await sendUpdate(by(agent, appeal), post, null);
    expect(await messages(appeal)).toEqual([expect.objectContaining({ state: 'to_post', recipient: '', dueAt: null })]);
  });

  it('is refused where everybody could read the customer’s link in it', async () => {
    const appeal = await cases.searching();
    const url = `https://fundus.example/status/${await tokenOf(test.services, appeal)}`;
    for (const channel of ['facebook', 'x', 'community'] as const) {
      const sent = sendUpdate(by(agent, appeal), { channel, subject: '', body: `Look: ${url}` }, url);
      await expect(sent).rejects.toMatchObject({ status: 422, fields: { body: 'refusal.linkInOpen' } });
    }
    expect(await messages(appeal)).toEqual([]);
    await sendUpdate(by(agent, appeal), { channel: 'other', subject: '', body: `Look: ${url}` }, url);
  });

  it('is stored without the link of the customer', async () => {
    const appeal = await cases.searching();
    const token = await tokenOf(test.services, appeal);
    const url = `https://fundus.example/status/${token}`;
    await sendUpdate(by(agent, appeal), { ...mail, body: `Look: ${url} or ${url}?language=de` }, url);
    const [message] = await messages(appeal);
    expect(message?.body).toBe('Look: {{statusLink}} or {{statusLink}}?language=de');
    expect(JSON.stringify(await MessageModel.find().lean())).not.toContain(token);
  });
});

describe('marking an update as posted', () => {
  const toPost = async (appeal: Appeal) => {
    await sendUpdate(by(agent, appeal), post, null);
    return (await messages(appeal)).at(-1)?.id ?? '';
  };

  it('is about a message of that case', async () => {
    const [one, two] = [await cases.searching(), await cases.searching()];
    const foreign = await toPost(two);
    for (const id of [foreign, 'x', 'f'.repeat(24)])
      await expect(markPosted(by(agent, one), id, '')).rejects.toThrow(NotFound);
    expect((await messages(two))[0]?.state).toBe('to_post');
  });

  it('is possible once, also when two do it at once', async () => {
    const appeal = await cases.searching();
    const id = await toPost(appeal);
    const links = ['https://x.example/1', 'https://x.example/2'];
    const results = await Promise.allSettled(links.map((link) => markPosted(by(agent, appeal), id, link)));
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))).toEqual([
      expect.any(Conflict),
    ]);
    const after = await appealFor(agent, appeal.id);
    expect(after.timeline.filter(({ type }) => type === 'update_posted')).toHaveLength(1);
  });

  it('is not for a mail', async () => {
    const appeal = await cases.searching();
    await sendUpdate(by(agent, appeal), mail, null);
    const [message] = await messages(appeal);
    await expect(markPosted(by(agent, appeal), message?.id ?? '', '')).rejects.toThrow(Conflict);
  });

  it('keeps where it stands', async () => {
    const appeal = await cases.searching();
    const id = await toPost(appeal);
    await markPosted(by(agent, appeal), id, 'https://x.example/1');
    expect(await messages(appeal)).toEqual([
      expect.objectContaining({ state: 'posted', postedLink: 'https://x.example/1' }),
    ]);
    const event = { type: 'update_posted', messageId: id, channel: 'x' };
    expect((await appealFor(agent, appeal.id)).timeline.at(-1)).toMatchObject(event);
  });
});
