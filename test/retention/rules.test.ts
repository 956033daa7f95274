import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { blurPhoto } from '../../src/appeals/blur-photo';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { handToOwner } from '../../src/appeals/hand-to-owner';
import { createCustomer, customerOf } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { NotFound } from '../../src/errors';
import { foundThingOf } from '../../src/found/found-thing';
import { releaseClaim } from '../../src/found/release-claim';
import { keepMail } from '../../src/inbox/keep-mail';
import { readMail } from '../../src/inbox/read-mail';
import { messagesOf } from '../../src/messages/find-messages';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import { CustomerModel } from '../../src/models/customer';
import { KeptMailModel } from '../../src/models/kept-mail';
import { LostReportModel } from '../../src/models/lost-report';
import { MessageModel } from '../../src/models/message';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, newAppeal } from '../support/cases';
import { dump } from '../support/dump';
import { colleague, agent as newAgent } from '../support/factories';
import { claimed, proven, reported } from '../support/found';
import { rawMail } from '../support/mails';
import { photo, twoColours } from '../support/photos';
import { inDays, rulesOf, type Told } from '../support/retention';

const newColour = () => `#${randomBytes(3).toString('hex')}`;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let rules: ReturnType<typeof rulesOf>;
let agent: Account;
beforeAll(async () => {
  test = await startTestApp();
  agent = await newAgent();
  cases = casesOf(test.services, { agent, finder: await colleague() });
  rules = rulesOf(test);
});
afterAll(() => test.stop());

const about = ({ cases: told }: Told, { id }: Appeal) =>
  told.filter(({ appealId }) => appealId === id).map(({ rule, holdings }) => [rule.id, holdings]);

describe('a thing that came home', () => {
  let appeal: Appeal;
  beforeAll(async () => {
    const delivered = await cases.delivered({ photos: [await twoColours(newColour())] });
    const half = { left: 0, top: 0, width: 50, height: 100 };
    const photoId = delivered.photos[0]?.id ?? '';
    const blurred = await blurPhoto({ ...by(agent, delivered), photoId }, [half], test.services.photoStore);
    const sent = { sent: [await photo(newColour())], photoStore: test.services.photoStore };
    await receiveReply(by(customerOfCase(blurred), blurred), 'en', 'A letter', sent);
    const consent = { shareable: true, publicUse: false };
    await receiveThanks(by(customerOfCase(blurred), blurred), 'en', 'Thank you!', consent);
    appeal = await close(by(agent, await appealFor(agent, blurred.id)), 'happy');
  });

  it('is told of before anything goes, and nothing has changed', async () => {
    const before = await dump(test.connection);
    expect(about(await rules.list(inDays(181)), appeal)).toEqual([]);
    const told = await rules.list(inDays(183));
    expect(about(told, appeal)).toEqual([['happyCustomer', { customers: 1, messages: 1, photos: 2 }]]);
    expect(JSON.stringify(told.cases.map(({ rule: _, ...rest }) => rest))).not.toMatch(/donkey|maria|letter/i);
    expect(await dump(test.connection)).toBe(before);
  });

  it('loses its customer and keeps what colleagues may go on reading', async () => {
    const [original] = appeal.photos.flatMap(({ original: one }) => one ?? []);
    const [reply, thanks] = await messagesOf(appeal.id);
    const fileOf = (id = '') => existsSync(test.services.photoStore.fileOf(id, 'large.jpg'));
    expect([fileOf(original?.id), fileOf(reply?.photos[0]?.id)]).toEqual([true, true]);

    await rules.keep(inDays(183));

    expect(await customerOf(appeal.id)).toBeNull();
    expect((await messagesOf(appeal.id)).map(({ id }) => id)).toEqual([thanks?.id]);
    expect([fileOf(original?.id), fileOf(reply?.photos[0]?.id)]).toEqual([false, false]);
    const after = await appealFor(agent, appeal.id);
    expect(after).toMatchObject({ title: appeal.title, version: appeal.version, status: 'closed' });
    expect(after.photos.map(({ id, original: one }) => [id, one])).toEqual([[appeal.photos[0]?.id, undefined]]);
    expect(fileOf(after.photos[0]?.id)).toBe(true);
    expect(after.shipments.map(({ trackingNumber }) => trackingNumber)).toEqual(['']);
  });

  it('goes as a whole after three years, and nothing is due twice', async () => {
    expect(about(await rules.keep(inDays(1094)), appeal)).toEqual([]);
    expect(about(await rules.keep(inDays(1096)), appeal).map(([rule]) => rule)).toEqual(['itemCase']);
    await expect(appealFor(agent, appeal.id)).rejects.toThrow(NotFound);
    expect(about(await rules.keep(inDays(1096)), appeal)).toEqual([]);
  });
});

it('keeps the customer of a search in vain for a year and a month, and one who gave up for a month', async () => {
  const vain = await cases.closedInVain();
  const given = await close(by(agent, await cases.searching()), 'withdrawn');
  await rules.keep(inDays(31));
  expect([await customerOf(given.id), (await customerOf(vain.id))?.name]).toEqual([null, 'Maria Muster']);
  await rules.keep(inDays(395));
  expect((await customerOf(vain.id))?.name).toBe('Maria Muster');
  await rules.keep(inDays(397));
  expect(await customerOf(vain.id)).toBeNull();
});

it('forgets strangers’ claims to a found thing after a month, and to whom it was given after half a year', async () => {
  const open = await cases.searching({ appeal: { kind: 'owner' } });
  const finder = await colleague();
  await claimed(agent, open, finder, { name: 'Stranger' });
  const claimId = await proven(agent, open, { name: 'Owner' });
  await releaseClaim(by(await newAgent(), open), claimId);
  const released = await appealFor(agent, open.id);
  const closed = await close(by(agent, await handToOwner(by(agent, released))), 'happy');

  await rules.keep(inDays(31));
  const thing = await foundThingOf(closed.id);
  expect([thing.claims.map(({ name }) => name), thing.marks, thing.question]).toEqual([['Owner'], '', '']);
  expect(about(await rules.list(inDays(32)), closed)).toEqual([]);

  await rules.keep(inDays(183));
  expect((await foundThingOf(closed.id)).claims).toEqual([]);
  await expect(appealFor(agent, closed.id)).rejects.toThrow(NotFound);
});

it('lets go of drafts nobody went on with', async () => {
  const draft = await cases.draft();
  await rules.keep(inDays(181));
  await appealFor(agent, draft.id);
  await rules.keep(inDays(183));
  await expect(appealFor(agent, draft.id)).rejects.toThrow(NotFound);
});

describe('what belongs to no case', () => {
  it('goes by its own age', async () => {
    const appeal = await cases.searching();
    await reported();
    const raw = await rawMail({ to: 'fundus@mail.example', text: 'Who are you?' });
    await keepMail(raw, 'unknown', await readMail(raw));
    const other = await rawMail({ to: 'fundus@mail.example', text: 'I am Maria' });
    await keepMail(other, 'sender', await readMail(other), { appeal: appeal.id });
    await sendUpdate(by(agent, appeal), { channel: 'email', subject: 'No', body: 'Not this' }, null);
    await MessageModel.updateOne({ appeal: appeal.id }, { state: 'taken_back' });
    await createCustomer('f'.repeat(24), newAppeal().customer, test.services.statusLinks.issue());

    const left = async () => [
      await MessageModel.countDocuments({ appeal: appeal.id }),
      await KeptMailModel.countDocuments({ appeal: null }),
      await LostReportModel.countDocuments(),
      await CustomerModel.countDocuments({ appeal: 'f'.repeat(24) }),
    ];
    expect(await left()).toEqual([1, 1, 1, 1]);
    await rules.keep(new Date());
    expect(await left()).toEqual([1, 1, 1, 1]);
    await rules.keep(inDays(2));
    expect(await left()).toEqual([1, 1, 1, 0]);
    await rules.keep(inDays(31));
    expect(await left()).toEqual([0, 1, 1, 0]);
    await rules.keep(inDays(91));
    expect(await left()).toEqual([0, 0, 1, 0]);
    await rules.keep(inDays(183));
    expect(await left()).toEqual([0, 0, 0, 0]);
    expect(await KeptMailModel.countDocuments({ appeal: appeal.id })).toBe(1);
    expect((await customerOf(appeal.id))?.name).toBe('Maria Muster');
  });

  it('is told of by number alone', async () => {
    await reported({ name: 'Ana Sousa' });
    const { piles } = await rules.list(inDays(183));
    expect(piles).toContainEqual({ rule: 'lostReports', days: 182, before: expect.any(Date), count: 1 });
    expect(JSON.stringify(piles)).not.toContain('Ana');
  });

  it('is files as well: mails that were not sent, and backups but for the newest', async () => {
    const { dataDir } = test.config;
    const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    const write = async (folder: string, name: string, at: Date) => {
      await mkdir(path.join(dataDir, folder), { recursive: true });
      await writeFile(path.join(dataDir, folder, name), '');
      await utimes(path.join(dataDir, folder, name), at, at);
    };
    await write('outbox', 'old.eml', old);
    await write('outbox', 'new.eml', new Date());
    for (const day of ['01', '02', '03']) await write('backups', `fundus-2026-01-${day}T00-00-00-000Z.tar`, old);
    await write('backups', 'somebody-elses.tar', old);

    await rules.keep(new Date());

    const outbox = await readdir(path.join(dataDir, 'outbox'));
    expect([outbox.includes('old.eml'), outbox.includes('new.eml')]).toEqual([false, true]);
    const backups = ['fundus-2026-01-03T00-00-00-000Z.tar', 'somebody-elses.tar'];
    expect((await readdir(path.join(dataDir, 'backups'))).sort()).toEqual(backups);
  });
});
