import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { removeCustomer } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { originalOf } from '../../src/inbox/kept-mails';
import { type Fate, takeIn } from '../../src/inbox/take-in';
import { messagesOf } from '../../src/messages/find-messages';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { sendUpdate } from '../../src/messages/send-update';
import { AppealModel } from '../../src/models/appeal';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { bounceMail, rawMail } from '../support/mails';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
const replyAddresses = createReplyAddresses('a secret for this test of 32 letters', 'fundus@mail.example');
const take = (raw: Buffer): Promise<Fate> => takeIn(raw, { replyAddresses, photoStore: test.services.photoStore });
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());
beforeEach(() => KeptMailModel.deleteMany({}));

const now = ({ id }: Appeal) => appealFor(agent, id);
const kept = () => KeptMailModel.find().lean();
const replies = async ({ id }: Appeal) => (await messagesOf(id)).filter(({ kind }) => kind === 'reply');

/** A case to whose customer a mail was sent, and where its answers go. */
async function told(given: Parameters<typeof cases.searching>[0] = {}) {
  const appeal = await sendUpdate(by(agent, await cases.searching(given)), update, null);
  const messageId = (await messagesOf(appeal.id))[0]?.id ?? '';
  await MessageModel.updateOne({ _id: messageId }, { $set: { state: 'sent', dueAt: null } });
  return { appeal, messageId, address: replyAddresses.addressOf(messageId) };
}
const update = { channel: 'email', subject: 'News', body: 'We are looking.' } as const;

describe('an answer', () => {
  it('becomes the customer’s words, without what it answers', async () => {
    const { appeal, address } = await told();
    const text = 'How lovely!\n\nOn Mon, Jan 12, 2015 at 10:15 AM Fundus <x@y.example> wrote:\n> We are looking.';
    expect(await take(await rawMail({ to: address, text }))).toBe('reply');
    const [reply] = await replies(appeal);
    expect(reply).toMatchObject({ body: 'How lovely!', channel: 'email', state: 'received', language: 'en' });
    const event = { type: 'customer_replied', messageId: reply?.id, actor: { kind: 'customer' } };
    expect((await now(appeal)).timeline.at(-1)).toMatchObject(event);
    expect(await kept()).toEqual([]);
  });

  it('may be HTML alone, from the address the customer has now, to several people', async () => {
    const { appeal, address } = await told();
    const html = '<p>Wie <b>schön</b>!</p><blockquote>Wir suchen.</blockquote><script>evil()</script>';
    const mail = await rawMail({ from: 'MARIA@Customers.Example', to: ['x@y.example', address.toUpperCase()], html });
    expect(await take(mail)).toBe('reply');
    expect((await replies(appeal))[0]?.body).toBe('Wie schön!');
  });

  it('is received once, when it comes twice, at once or by another way', async () => {
    const { appeal, address } = await told();
    const mail = await rawMail({ to: address, text: 'Once' });
    const detour = Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), mail]);
    const fates = await Promise.all([take(mail), take(mail), take(detour)]);
    expect([...fates, await take(mail)]).toEqual(['reply', 'reply', 'reply', 'reply']);
    expect(await replies(appeal)).toHaveLength(1);
    expect((await now(appeal)).timeline.filter(({ type }) => type === 'customer_replied')).toHaveLength(1);
  });

  it('is finished when the process ended between its words and their event', async () => {
    const { appeal, address } = await told();
    const mail = await rawMail({ to: address, text: 'Half' });
    const write = jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementation((() => {
      throw new Error('the power went off');
    }) as never);
    await expect(take(mail)).rejects.toThrow('the power went off');
    write.mockRestore();
    expect((await now(appeal)).version).toBe(appeal.version);
    expect(await take(mail)).toBe('reply');
    expect(await replies(appeal)).toHaveLength(1);
    expect((await now(appeal)).version).toBe(appeal.version + 1);
  });

  it('is another one when the same program id comes with other words', async () => {
    const { appeal, address } = await told();
    for (const text of ['one', 'two']) await take(await rawMail({ to: address, text, messageId: '<same@x.example>' }));
    expect((await replies(appeal)).map(({ body }) => body)).toEqual(['one', 'two']);
  });

  it('brings photos; what is none lies in the original, which is kept', async () => {
    const { appeal, address } = await told();
    const { bytes } = await photo('#13579b');
    const attachments = [
      { filename: 'donkey.png', content: bytes },
      { filename: 'broken.jpg', content: Buffer.from('no picture') },
      { filename: 'letter.pdf', content: Buffer.from('%PDF') },
    ];
    expect(await take(await rawMail({ to: address, text: 'Look', attachments }))).toBe('reply');
    const [reply] = await replies(appeal);
    expect(reply?.photos).toHaveLength(1);
    expect(await test.services.photoStore.exists(reply?.photos[0]?.id ?? '')).toBe(true);
    expect((await now(appeal)).photos).toEqual([]);
    expect(await kept()).toMatchObject([{ state: 'original', message: reply?.id, appeal: appeal.id }]);
  });

  it('may be a photo alone', async () => {
    const { appeal, address } = await told();
    const attachments = [{ filename: 'donkey.png', content: (await photo('#13579c')).bytes }];
    expect(await take(await rawMail({ to: address, text: '', attachments }))).toBe('reply');
    expect(await replies(appeal)).toMatchObject([{ body: '', photos: [{}] }]);
  });

  it('stops what was about to be sent', async () => {
    const { appeal, address } = await told();
    await sendUpdate(by(agent, await now(appeal)), { ...update, body: 'No longer true' }, null);
    await take(await rawMail({ to: address, text: 'It has turned up!' }));
    const stopped = (await messagesOf(appeal.id)).find(({ body }) => body === 'No longer true');
    expect(stopped).toMatchObject({ state: 'taken_back', dueAt: null, pending: null });
    expect((await now(appeal)).timeline.at(-1)).toMatchObject({ type: 'update_stopped', messageId: stopped?.id });
  });
});

describe('waits for an agent', () => {
  const expectKept = async (raw: Buffer, reason: string, appeal: Appeal | null) => {
    const before = appeal && (await now(appeal));
    expect(await take(raw)).toBe(reason);
    const [record, ...others] = await kept();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ state: 'waiting', reason, appeal: appeal?.id ?? null });
    expect((await originalOf(String(record?._id))).raw.equals(raw)).toBe(true);
    if (appeal) expect(await now(appeal)).toEqual(before);
    expect(await take(raw)).toBe('known');
  };

  it('what answers nothing of ours', async () => {
    await expectKept(await rawMail({ to: 'fundus@mail.example', text: 'Hello' }), 'unknown', null);
  });

  it('a forged signature, even with our message’s own id in its history', async () => {
    const { appeal, messageId, address } = await told();
    const forged = address.replace(/.(?=@)/, (digit) => (digit === '0' ? '1' : '0'));
    const inReplyTo = `<${messageId}@fundus>`;
    await expectKept(await rawMail({ to: forged, text: 'Trust me', inReplyTo }), 'unknown', appeal);
  });

  it('a genuine address used by somebody else, or by several', async () => {
    const { appeal, address } = await told();
    await expectKept(await rawMail({ from: 'eve@evil.example', to: address, text: 'Me' }), 'sender', appeal);
    await KeptMailModel.deleteMany({});
    const from = 'maria@customers.example, eve@evil.example';
    await expectKept(await rawMail({ from, to: address, text: 'Us' }), 'sender', appeal);
  });

  it.each([
    { headers: { 'Auto-Submitted': 'auto-replied' } },
    { headers: { Precedence: 'bulk' } },
    { headers: { 'List-Id': '<list.example>' } },
    { subject: 'Abwesenheitsnotiz: Ihre Suche' },
    { subject: 'Automatic reply: Your search' },
  ])('what a program sent: %j', async (given) => {
    const { appeal, address } = await told();
    await expectKept(await rawMail({ to: address, text: 'I am away', ...given }), 'automatic', appeal);
  });

  it('what has nothing in it', async () => {
    const { appeal, address } = await told();
    await expectKept(await rawMail({ to: address, text: ' \n ' }), 'empty', appeal);
  });

  it('an answer in a case whose customer was erased', async () => {
    const { appeal, address } = await told();
    await removeCustomer(appeal.id);
    await expectKept(await rawMail({ to: address, text: 'Hello?' }), 'closed', appeal);
  });

  it('what cannot be read', async () => {
    await expectKept(Buffer.from([0, 1, 2, 255, 254]), 'unknown', null);
  });
});

describe('a report that a mail did not arrive', () => {
  it('marks the message it is about', async () => {
    const { appeal, messageId, address } = await told();
    expect(await take(bounceMail(address))).toBe('bounced');
    const [message] = await messagesOf(appeal.id);
    expect(message).toMatchObject({ id: messageId, state: 'failed', lastError: '5.1.1 550 5.1.1 no such user here' });
    expect([await replies(appeal), await kept()]).toEqual([[], []]);
  });

  it('does so also for a closed case, and once', async () => {
    const { appeal, messageId, address } = await told();
    await close(by(agent, appeal), 'not_found');
    for (let times = 0; times < 2; times++) expect(await take(bounceMail(address))).toBe('bounced');
    expect(await MessageModel.findById(messageId).lean()).toMatchObject({ state: 'failed' });
  });

  it('marks nothing when nobody knows what it is about, or it is a delay', async () => {
    const { messageId, address } = await told();
    expect(await take(bounceMail('fundus@mail.example'))).toBe('bounce');
    expect(await take(bounceMail(address, { action: 'delayed', status: '4.4.1' }))).toBe('bounce');
    expect(await MessageModel.findById(messageId).lean()).toMatchObject({ state: 'sent' });
  });
});
