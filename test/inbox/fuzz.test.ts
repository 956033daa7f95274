import fc from 'fast-check';
import { takeIn } from '../../src/inbox/take-in';
import { messagesOf } from '../../src/messages/find-messages';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { sendUpdate } from '../../src/messages/send-update';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { bounceMail, rawMail } from '../support/mails';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

const count = 1000;
const agent = person('agent', 'agent');
const replyAddresses = createReplyAddresses('a secret for this test of 32 letters', 'fundus@mail.example');

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
});
afterAll(() => test.stop());

/** Mails of every sort that is known, to be spoilt. */
async function soundMails(address: string): Promise<Buffer[]> {
  const attachments = [{ filename: 'ä"\r\n.png', content: (await photo('#2468ac')).bytes }];
  return [
    await rawMail({ to: address, text: 'Grüße aus Köln 🫏', html: '<p>Grüße</p>', attachments }),
    await rawMail({ to: address, html: `<div>${'<blockquote>'.repeat(200)}tief</div>`, textEncoding: 'base64' }),
    await rawMail({ to: `Ä Ö <${address}>`, text: 'x'.repeat(3000), headers: { 'Auto-Submitted': 'auto-generated' } }),
    await rawMail({ to: 'fundus@mail.example', text: 'Who are you?', subject: '=?utf-8?B?broken' }),
    bounceMail(address),
  ];
}

const spoiled = (sound: readonly Buffer[]) =>
  fc
    .record({
      which: fc.nat(sound.length - 1),
      cuts: fc.array(fc.record({ at: fc.nat(100_000), length: fc.nat(60), bytes: fc.uint8Array({ maxLength: 30 }) }), {
        maxLength: 12,
      }),
      end: fc.option(fc.nat(100_000)),
      noise: fc.option(fc.uint8Array({ maxLength: 400 }), { freq: 20 }),
    })
    .map(({ which, cuts, end, noise }) => {
      if (noise) return Buffer.from(noise);
      const mail = cuts.reduce(cut, sound[which] ?? Buffer.alloc(0));
      return end === null ? mail : mail.subarray(0, end % (mail.length + 1));
    });

function cut(mail: Buffer, { at, length, bytes }: { at: number; length: number; bytes: Uint8Array }): Buffer {
  const place = at % (mail.length + 1);
  return Buffer.concat([mail.subarray(0, place), bytes, mail.subarray(place + length)]);
}

it(`takes ${count} malformed mails in: none stops it, none is lost`, async () => {
  const appeal = await casesOf(test.services, { agent, finder: agent }).searching();
  await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'News', body: 'We are looking.' }, null);
  const messageId = (await messagesOf(appeal.id))[0]?.id ?? '';
  const mails = fc.sample(spoiled(await soundMails(replyAddresses.addressOf(messageId))), { numRuns: count, seed: 4 });
  const fates = new Map<string, number>();
  for (const raw of mails) {
    const [replies, kept] = [
      await MessageModel.countDocuments({ kind: 'reply' }),
      await KeptMailModel.countDocuments(),
    ];
    const fate = await takeIn(raw, { replyAddresses, photoStore: test.services.photoStore });
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
    const more = (await MessageModel.countDocuments({ kind: 'reply' })) - replies;
    const moreKept = (await KeptMailModel.countDocuments()) - kept;
    const isThere = await thereAlready(raw);
    expect([fate, more + moreKept > 0 || isThere]).toEqual([fate, true]);
  }
  expect([...fates.values()].reduce((sum, one) => sum + one, 0)).toBe(count);
  for (const fate of ['reply', 'unknown', 'automatic', 'bounced', 'sender']) expect([...fates.keys()]).toContain(fate);

  /** A mail may be the same as one before, or a report, which is no words of anybody. */
  async function thereAlready(raw: Buffer): Promise<boolean> {
    const again = await takeIn(raw, { replyAddresses, photoStore: test.services.photoStore });
    return again === 'known' || again === 'reply' || again === 'bounced';
  }
}, 240_000);
