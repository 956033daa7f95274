import { existsSync } from 'node:fs';
import type { Appeal } from '../../src/domain/appeal';
import { createMailbox } from '../../src/inbox/mailbox';
import { messagesOf } from '../../src/messages/find-messages';
import { sendUpdate } from '../../src/messages/send-update';
import { KeptMailModel } from '../../src/models/kept-mail';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { hasDovecot, type ImapServer, startImapServer } from '../support/dovecot';
import { eventually } from '../support/eventually';
import { rawMail } from '../support/mails';
import { mailsIn } from '../support/outbox';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

const couldInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!hasDovecot && process.env.CI === 'true' && couldInstall)
  it('has an IMAP server to read from', () => {
    throw new Error('Dovecot is missing: apt-get install dovecot-imapd');
  });
if (!hasDovecot)
  process.stderr.write('\nNOT TESTED: reading mails from a real IMAP server (dovecot-imapd is missing)\n\n');

(hasDovecot ? describe : describe.skip)('a mailbox on a real server', () => {
  let server: ImapServer;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.stop());

  const faults: unknown[] = [];
  const mailbox = () => createMailbox(server.url, (error) => faults.push(error));
  const subjectOf = (raw: Buffer) => /^Subject: (.*)$/m.exec(raw.toString())?.[1]?.trim() ?? '';

  it('hands over what is unread, in its order, and marks it as read', async () => {
    for (const subject of ['one', 'two', 'three']) await server.deliver(await rawMail({ to: 'x@y.example', subject }));
    const taken: string[] = [];
    expect(await mailbox().readNew(async (raw) => taken.push(subjectOf(raw)))).toBe(3);
    expect(taken).toEqual(['one', 'two', 'three']);
    expect(await server.flags()).toEqual([['\\Seen'], ['\\Seen'], ['\\Seen']]);
    expect(await mailbox().readNew(async (raw) => taken.push(subjectOf(raw)))).toBe(0);
  });

  it('leaves unread what could not be taken, and goes on with the next', async () => {
    for (const subject of ['good', 'bad', 'fine']) await server.deliver(await rawMail({ to: 'x@y.example', subject }));
    const taken: string[] = [];
    const take = async (raw: Buffer) => {
      if (subjectOf(raw) === 'bad') throw new Error('the store is down');
      taken.push(subjectOf(raw));
    };
    expect(await mailbox().readNew(take)).toBe(2);
    expect([taken, faults.splice(0)]).toEqual([['good', 'fine'], [new Error('the store is down')]]);
    expect((await server.flags()).slice(3)).toEqual([['\\Seen'], [], ['\\Seen']]);
    expect(await mailbox().readNew(async (raw) => taken.push(subjectOf(raw)))).toBe(1);
    expect(taken.at(-1)).toBe('bad');
  });

  it('says when it cannot be reached or entered', async () => {
    const wrong = server.url.replace('p%40ss', 'guess');
    await expect(createMailbox(wrong, () => undefined).readNew(async () => undefined)).rejects.toThrow();
    const nowhere = 'imap://a:b@127.0.0.1:1/INBOX';
    await expect(createMailbox(nowhere, () => undefined).readNew(async () => undefined)).rejects.toThrow();
  });

  describe('that the application reads', () => {
    let test: TestApp;
    beforeAll(async () => {
      test = await startTestApp({ IMAP_URL: server.url, MAIL_FROM: 'Fundus <fundus@mail.example>' });
    });
    afterAll(() => test.stop());

    const told = async () => {
      const appeal = await casesOf(test.services, { agent, finder: agent }).searching();
      await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'News', body: 'We are looking.' }, null);
      test.services.outbox.nudge();
      return appeal;
    };
    const sent = (count: number) =>
      eventually('the mail', async () => {
        const mails = await mailsIn(test.config.dataDir);
        return mails.length >= count ? mails.at(-1) : undefined;
      });
    const replyOf = ({ id }: Appeal) =>
      eventually('the reply', async () => (await messagesOf(id)).find(({ kind }) => kind === 'reply'));

    it('brings an answer to our mail into the case, and what nobody can match before the agents', async () => {
      const appeal = await told();
      const address = /^Reply-To: (.+)$/m.exec((await sent(1)) ?? '')?.[1]?.trim() ?? '';
      expect(address).toMatch(/^fundus\+r\.\w{35}@mail\.example$/);
      await server.deliver(await rawMail({ to: address, text: 'How lovely!' }));
      await server.deliver(await rawMail({ to: 'fundus@mail.example', text: 'Who are you?' }));
      await test.services.readMailbox?.();
      expect(await replyOf(appeal)).toMatchObject({ body: 'How lovely!', channel: 'email' });
      await eventually(
        'the riddle',
        async () => (await KeptMailModel.findOne({ reason: 'unknown' }).lean()) ?? undefined,
      );
      expect((await server.flags()).every((flags) => flags.includes('\\Seen'))).toBe(true);
    });
  });
});
