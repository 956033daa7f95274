import { renewStatusLink, revokeStatusLink } from '../../src/customers/change-status-link';
import { updateCustomer } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { eventsFor } from '../../src/domain/timeline-audience';
import { Conflict } from '../../src/errors';
import { messagesOf } from '../../src/messages/find-messages';
import type { Mailer } from '../../src/messages/mailer';
import { sendUpdate } from '../../src/messages/send-update';
import { takeBackUpdate } from '../../src/messages/take-back';
import { tryAgain } from '../../src/messages/try-again';
import { forgetOrphans } from '../../src/messages/waiting-messages';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, newAppeal, tokenOf } from '../support/cases';
import { deliverDue } from '../support/outbox';
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
    await round();
    await round();
    const url = `http://localhost:3000/status/${await tokenOf(test.services, appeal)}`;
    expect(sent).toEqual([
      {
        to: 'maria@customers.example',
        subject: 'News',
        text: `We found one, see ${url} .`,
        html: expect.stringContaining(`<p>We found one, see <a href="${url}">${url}</a> .</p>`),
        messageId: `<${message?.id}@fundus>`,
      },
    ]);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', dueAt: null, lastError: '', attempts: 1 });
  });

  it('is sent once by two rounds at the same time', async () => {
    const appeals = [];
    for (const number of [1, 2, 3, 4, 5, 6]) appeals.push(await queued(`Mail ${number}`));
    await Promise.all([round(), round(), round()]);
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
    await sendUpdate(by(agent, appeal), { channel: 'facebook', subject: '', body: 'Call' }, null);
    let finish: (() => void) | undefined;
    const first = round(() => new Promise((resolve) => (finish = resolve)));
    await until(async () => finish !== undefined);
    await round();
    expect(sent).toEqual([]);
    finish?.();
    await first;
    expect((await messagesOf(appeal.id)).map(({ state }) => state).sort()).toEqual(['sent', 'to_post']);
  });

  it('comes back when the round that took it never ended', async () => {
    const appeal = await queued();
    void round(() => new Promise(() => undefined));
    await until(async () => (await messageOf(appeal))?.attempts === 1);
    const { dueAt } = (await messageOf(appeal)) ?? {};
    expect(dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 2 * minute);
    await makeDue();
    await round();
    expect(sent).toHaveLength(1);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', attempts: 2, repeats: 1 });
  });

  it('is given up when nobody can tell twice over whether it arrived', async () => {
    const appeal = await queued();
    for (const attempts of [1, 2]) {
      void round(() => new Promise(() => undefined));
      await until(async () => (await messageOf(appeal))?.attempts === attempts);
      await makeDue();
    }
    await round();
    expect(sent).toEqual([]);
    expect(await messageOf(appeal)).toMatchObject({ state: 'failed', lastError: 'outcome unknown' });
    await tryAgain(by(agent, appeal), (await messageOf(appeal))?.id ?? '');
    await round();
    expect(sent).toHaveLength(1);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', repeats: 1, lastError: '' });
  });
});

describe('a mail that is held', () => {
  const held = async () => {
    const appeal = await cases.searching();
    await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'News', body: 'Found' }, null, 15_000);
    return appeal;
  };

  it('can be taken back, and is then never sent', async () => {
    const appeal = await held();
    const { id = '', dueAt } = (await messageOf(appeal)) ?? {};
    expect(dueAt?.getTime()).toBeGreaterThan(Date.now() + 10_000);
    const after = await takeBackUpdate(by(agent, appeal), id);
    expect(after.timeline.slice(-2)).toMatchObject([
      { type: 'update_sent', messageId: id },
      { type: 'update_taken_back', messageId: id },
    ]);
    await makeDue();
    await round();
    expect([sent, (await messageOf(appeal))?.state]).toEqual([[], 'taken_back']);
  });

  it('cannot be taken back once it is on its way', async () => {
    const appeal = await held();
    await makeDue();
    await round();
    const { id = '' } = (await messageOf(appeal)) ?? {};
    await expect(takeBackUpdate(by(agent, appeal), id)).rejects.toThrow(Conflict);
    expect(sent).toHaveLength(1);
  });
});

describe('a mail that nobody takes', () => {
  it('can be taken back between two attempts, and once it was given up, and counts as never said', async () => {
    const [putOff, givenUp] = [await queued(), await queued()];
    await round(refused);
    await MessageModel.updateOne({ appeal: givenUp.id }, { state: 'failed', dueAt: null });
    for (const appeal of [putOff, givenUp]) {
      const after = await takeBackUpdate(by(agent, appeal), (await messageOf(appeal))?.id ?? '');
      expect(eventsFor('customer', after).map(({ type }) => type)).not.toContain('update_sent');
    }
    await makeDue();
    await round();
    expect(sent).toEqual([]);
  });

  it('is tried again later, and keeps what was wrong', async () => {
    const appeal = await queued();
    await round(refused);
    const message = await messageOf(appeal);
    expect(message).toMatchObject({ state: 'queued', attempts: 1, lastError: 'mailbox full' });
    expect(message?.dueAt?.getTime()).toBeGreaterThan(Date.now() + minute / 2);
    await round();
    expect(sent).toEqual([]);
    await makeDue();
    await round();
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', attempts: 2, lastError: '' });
  });

  it('does not hold up the others', async () => {
    await queued('bad');
    await queued('good');
    await round((mail) => (mail.text === 'bad' ? refused(mail) : taken(mail)));
    expect(sent.map(({ text }) => text)).toEqual(['good']);
  });

  it('is given up after the seventh time, each wait longer than the one before', async () => {
    const appeal = await queued();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      await round(refused);
      const { dueAt } = (await messageOf(appeal)) ?? {};
      if (dueAt) waits.push((dueAt.getTime() - Date.now()) / minute);
      await makeDue();
    }
    const usual = [1, 4, 16, 64, 256, 720];
    expect(waits).toHaveLength(usual.length);
    for (const [index, wait] of waits.entries()) expect(Math.abs(wait / (usual[index] ?? 0) - 1)).toBeLessThan(0.22);
    expect(await messageOf(appeal)).toMatchObject({
      state: 'failed',
      attempts: 7,
      dueAt: null,
      lastError: 'mailbox full',
    });
    await round();
    expect(sent).toEqual([]);
  });

  it('is given up at once when the server wants neither this address nor this letter', async () => {
    const appeal = await queued();
    await round(() =>
      Promise.reject(Object.assign(new Error('no such user'), { code: 'EENVELOPE', responseCode: 550 })),
    );
    expect(await messageOf(appeal)).toMatchObject({ state: 'failed', attempts: 1, lastError: 'no such user' });
  });

  it('is tried again when the agent says so, to the address of then; what was wrong stays until it is taken', async () => {
    const appeal = await queued();
    await MessageModel.updateMany({}, { attempts: 6 });
    await round(refused);
    const { id = '' } = (await messageOf(appeal)) ?? {};
    await updateCustomer(appeal.id, { ...newAppeal().customer, email: 'new@customers.example' });
    await tryAgain(by(agent, appeal), id);
    expect(await messageOf(appeal)).toMatchObject({ state: 'queued', attempts: 0, lastError: 'mailbox full' });
    await expect(tryAgain(by(agent, appeal), id)).rejects.toThrow(Conflict);
    await round();
    expect(sent.map(({ to }) => to)).toEqual(['new@customers.example']);
    expect(await messageOf(appeal)).toMatchObject({ state: 'sent', lastError: '' });
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
    await round();
    await round();
    expect(sent).toEqual([]);
    expect(await MessageModel.findById(_id).lean()).toMatchObject({ state: 'queued' });
  });

  it('are swept away when nobody can be writing it any more', async () => {
    const { _id } = await orphan(new Date(Date.now() - 11 * minute));
    await forgetOrphans();
    expect(await MessageModel.findById(_id).lean()).toBeNull();
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
