import { renewStatusLink, revokeStatusLink } from '../../src/customers/change-status-link';
import type { Appeal } from '../../src/domain/appeal';
import { messagesOf } from '../../src/messages/find-messages';
import type { Mailer } from '../../src/messages/mailer';
import { deliverDue } from '../../src/messages/outbox';
import { startRounds } from '../../src/messages/rounds';
import { sendUpdate } from '../../src/messages/send-update';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const minute = 60_000;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

type Mail = Parameters<Mailer>[0];
let sent: Mail[] = [];
beforeEach(async () => {
  sent = [];
  await MessageModel.deleteMany({});
});

const taken: Mailer = async (mail) => void sent.push(mail);
const refused: Mailer = async () => {
  throw new Error('mailbox full');
};
const round = (mailer: Mailer = taken) => deliverDue({ mailer, statusUrlOf: test.services.statusUrlOf });

async function queued(body = 'We found one.', appeal?: Appeal): Promise<Appeal> {
  const target = appeal ?? (await cases.searching());
  const statusUrl = `${test.config.baseUrl}/status/${await tokenOf(test.services, target)}`;
  return sendUpdate(
    by(agent, target),
    { channel: 'email', subject: 'News', body: body.replace('LINK', statusUrl) },
    statusUrl,
  );
}

const messageOf = async ({ id }: Appeal) => (await messagesOf(id)).at(-1);
const makeDue = () => MessageModel.updateMany({ state: 'queued' }, { dueAt: new Date(0) });

describe('a mail that is due', () => {
  it('is sent once', async () => {
    const appeal = await queued('We found one, see LINK .');
    const message = await messageOf(appeal);
    expect([await round(), await round()]).toEqual([1, 0]);
    const url = `http://localhost:3000/status/${await tokenOf(test.services, appeal)}`;
    expect(sent).toEqual([
      {
        to: 'maria@customers.example',
        subject: 'News',
        text: `We found one, see ${url} .`,
        messageId: `<${message?.id}@fundus>`,
      },
    ]);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', dueAt: null, lastError: '', attempts: 1 });
  });

  it('is sent once by two rounds at the same time', async () => {
    const appeals = [];
    for (const number of [1, 2, 3, 4, 5, 6]) appeals.push(await queued(`Mail ${number}`));
    const counts = await Promise.all([round(), round(), round()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(6);
    expect(sent.map(({ text }) => text).sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Mail ${number}`));
  });

  it('carries the link that is valid then', async () => {
    const appeal = await queued('LINK');
    await renewStatusLink(by(agent, appeal), test.services.statusLinks);
    await round();
    expect(sent[0]?.text).toBe(`http://localhost:3000/status/${await tokenOf(test.services, appeal)}`);
  });

  it('carries none once the link was revoked', async () => {
    await revokeStatusLink(by(agent, await queued('See: LINK')));
    await round();
    expect(sent[0]?.text).toBe('See: ');
  });
});

describe('a mail that is not due', () => {
  it('waits: those of other channels, those of later, and those another round has taken', async () => {
    const appeal = await queued();
    await sendUpdate(by(agent, appeal), { channel: 'phone', subject: '', body: 'Call' }, null);
    let finish: (() => void) | undefined;
    const first = round(() => new Promise((resolve) => (finish = resolve)));
    await until(async () => finish !== undefined);
    expect([await round(), sent]).toEqual([0, []]);
    finish?.();
    expect(await first).toBe(1);
    expect((await messagesOf(appeal.id)).map(({ state }) => state).sort()).toEqual(['sent', 'to_post']);
  });

  it('comes back when the round that took it never ended', async () => {
    const appeal = await queued();
    void round(() => new Promise(() => undefined));
    await until(async () => (await messageOf(appeal))?.attempts === 1);
    const { dueAt } = (await messageOf(appeal)) ?? {};
    expect(dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 2 * minute);
    await makeDue();
    expect(await round()).toBe(1);
  });
});

describe('a mail that nobody takes', () => {
  it('is tried again later, and keeps what was wrong', async () => {
    const appeal = await queued();
    expect(await round(refused)).toBe(0);
    const message = await messageOf(appeal);
    expect(message).toMatchObject({ state: 'queued', attempts: 1, lastError: 'mailbox full' });
    expect(message?.dueAt?.getTime()).toBeGreaterThan(Date.now() + minute / 2);
    expect(await round()).toBe(0);
    await makeDue();
    expect(await round()).toBe(1);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', attempts: 2, lastError: '' });
  });

  it('does not hold up the others', async () => {
    await queued('bad');
    await queued('good');
    await round((mail) => (mail.text === 'bad' ? refused(mail) : taken(mail)));
    expect(sent.map(({ text }) => text)).toEqual(['good']);
  });

  it('is given up after the sixth time, each wait longer than the one before', async () => {
    const appeal = await queued();
    const waits = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      await round(refused);
      const { dueAt } = (await messageOf(appeal)) ?? {};
      waits.push(dueAt && Math.round((dueAt.getTime() - Date.now()) / minute));
      await makeDue();
    }
    expect(waits).toEqual([1, 5, 30, 120, 720, null]);
    expect(await messageOf(appeal)).toMatchObject({
      state: 'failed',
      attempts: 6,
      dueAt: null,
      lastError: 'mailbox full',
    });
    expect(await round()).toBe(0);
  });
});

describe('words without an event', () => {
  const orphan = async (writtenAt: Date) => {
    const { id } = await cases.searching();
    const letter = { appeal: id, kind: 'update', state: 'queued', channel: 'email', language: 'en' } as const;
    return MessageModel.create({
      ...letter,
      body: 'Never said',
      recipient: 'a@b.example',
      dueAt: new Date(0),
      writtenAt,
    });
  };

  it('are not sent while their event may still be written', async () => {
    const { _id } = await orphan(new Date());
    expect([await round(), await round(), sent]).toEqual([0, 0, []]);
    expect(await MessageModel.findById(_id).lean()).toMatchObject({ state: 'queued' });
  });

  it('are swept away when nobody can be writing it any more', async () => {
    const { _id } = await orphan(new Date(Date.now() - 11 * minute));
    expect([await round(), sent]).toEqual([0, []]);
    expect(await MessageModel.findById(_id).lean()).toBeNull();
  });
});

describe('the worker', () => {
  it('sends when it is nudged, and ends after the round under way', async () => {
    const tools = { mailer: taken, statusUrlOf: test.services.statusUrlOf };
    const worker = startRounds(
      () => deliverDue(tools),
      10 * minute,
      (error) => expect(error).toBeUndefined(),
    );
    await queued();
    worker.nudge();
    worker.nudge();
    await worker.stop();
    expect(sent).toHaveLength(1);
  });

  it('goes on after a round that failed', async () => {
    const errors: unknown[] = [];
    const broken = jest.spyOn(MessageModel, 'findOneAndUpdate').mockImplementationOnce(() => {
      throw new Error('store away');
    });
    const tools = { mailer: taken, statusUrlOf: test.services.statusUrlOf };
    const worker = startRounds(
      () => deliverDue(tools),
      10 * minute,
      (error) => errors.push(error),
    );
    await until(async () => errors.length === 1);
    broken.mockRestore();
    await queued();
    worker.nudge();
    await worker.stop();
    expect(sent).toHaveLength(1);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
