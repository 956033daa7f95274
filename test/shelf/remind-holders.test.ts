import type { Mailer } from '../../src/messages/mailer';
import { SpareModel } from '../../src/models/spare';
import type { Account } from '../../src/people/accounts';
import { confirmStillThere } from '../../src/shelf/confirm-still-there';
import { remindHolders } from '../../src/shelf/remind-holders';
import { withdrawSpare } from '../../src/shelf/withdraw-spare';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { person } from '../support/plain-appeal';
import { spareOn } from '../support/spares';

const dayMs = 24 * 60 * 60_000;
const confirmUrl = 'https://fundus.example/my-finds';

let test: TestApp;
let paul: Account;
let ella: Account;
beforeAll(async () => {
  test = await startTestApp();
  // The application reminds, too, and would take what is asked for here.
  await test.services.stop();
  paul = await colleague({ name: 'Paul', language: 'de' });
  ella = await colleague({ name: 'Ella', language: 'en' });
});
afterAll(() => test.stop());

let sent: Parameters<Mailer>[0][] = [];
beforeEach(async () => {
  sent = [];
  await SpareModel.deleteMany({});
});

const taken: Mailer = async (mail) => void sent.push(mail);
const remind = (mailer: Mailer = taken) => remindHolders({ mailer, confirmUrl, periodDays: 182 });

async function kept(holder: Account, title: string, seenDaysAgo: number): Promise<string> {
  const { id } = await spareOn(test.services, holder, { title });
  await SpareModel.updateOne({ _id: id }, { confirmedAt: new Date(Date.now() - seenDaysAgo * dayMs) });
  return id;
}

it('asks each holder once about everything they have not seen for half a year', async () => {
  await kept(paul, 'Esel', 183);
  await kept(paul, 'Pinguin', 400);
  await kept(paul, 'Tasse', 181);
  await kept(ella, 'Lantern', 200);
  expect(await remind()).toBe(2);
  expect(sent.map(({ to }) => to).sort()).toEqual([paul.email, ella.email].sort());
  const toPaul = sent.find(({ to }) => to === paul.email);
  expect([toPaul?.subject, toPaul?.text]).toEqual(['Sind sie noch da?', expect.stringContaining('Hallo Paul,')]);
  expect(toPaul?.text).toMatch(/- Pinguin \(Bonn, cupboard\)\n- Esel/);
  expect(toPaul?.text).not.toContain('Tasse');
  expect(sent.find(({ to }) => to === ella.email)?.text).toContain(confirmUrl);
  expect(await remind()).toBe(0);
});

it('asks again after a month, and not before half a year once it was confirmed', async () => {
  const id = await kept(paul, 'Esel', 183);
  await remind();
  await SpareModel.updateOne({ _id: id }, { remindAt: new Date(Date.now() - 1) });
  expect(await remind()).toBe(1);
  await confirmStillThere({ actor: paul, spareId: id });
  expect(await SpareModel.findById(id).lean()).toMatchObject({ remindAt: null });
  expect(await remind()).toBe(0);
});

it('asks nobody about what is gone, nor people who are', async () => {
  const id = await kept(paul, 'Esel', 183);
  await withdrawSpare({ actor: paul, spareId: id });
  const left = await spareOn(test.services, person('f'.repeat(24)), {});
  await SpareModel.updateOne({ _id: left.id }, { confirmedAt: new Date(0) });
  expect(await remind()).toBe(0);
  expect(sent).toEqual([]);
});

it('tries a mail again that was not taken, and keeps nobody else waiting', async () => {
  await kept(paul, 'Esel', 300);
  await kept(ella, 'Lantern', 200);
  const full: Mailer = async (mail) => {
    if (mail.to === paul.email) throw new Error('mailbox full');
    sent.push(mail);
  };
  await expect(remind(full)).rejects.toThrow(AggregateError);
  expect(sent.map(({ to }) => to)).toEqual([ella.email]);
  expect(await remind()).toBe(0);
  await SpareModel.updateMany({ holder: paul.id }, { remindAt: new Date(Date.now() - 1) });
  expect(await remind()).toBe(1);
});

it('sends one mail when several processes ask at once', async () => {
  await kept(paul, 'Esel', 183);
  expect((await Promise.all([remind(), remind(), remind()])).reduce((sum, count) => sum + count)).toBe(1);
});
