import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { mergeAppeals } from '../../src/appeals/merge';
import { reopen } from '../../src/appeals/reopen';
import { awaitForm } from '../../src/appeals/waiting-photos';
import { NotFound } from '../../src/errors';
import { count } from '../../src/insights/count';
import { rebuild } from '../../src/insights/rebuild';
import { receiveReply } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import { AppealModel } from '../../src/models/appeal';
import { CaseNumbersModel } from '../../src/models/case-numbers';
import { deriveNotices } from '../../src/notices/derive';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { keepTheRules } from '../../src/retention/keep-the-rules';
import { giveHint } from '../../src/sought/give-hint';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, tokenOf } from '../support/cases';
import { dump } from '../support/dump';
import { colleague, agent as newAgent } from '../support/factories';
import { givenTo } from '../support/persons';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
/** Begins every word that is known of a case, and stands nowhere else. */
const newMark = () => `zander${randomBytes(4).toString('hex')}`;
/** The same picture is kept once, whoever shows it. */
const newColour = () => `#${randomBytes(3).toString('hex')}`;

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let agent: Account;
let helper: Account;
beforeAll(async () => {
  test = await startTestApp();
  [agent, helper] = [await newAgent(), await colleague()];
  cases = casesOf(test.services, { agent, finder: helper });
});
afterAll(() => test.stop());

const keepRules = async (now: Date) => {
  const erased: string[] = [];
  const listener = { case: ({ appealId }: { appealId: string }) => void erased.push(appealId), pile: () => {} };
  await keepTheRules({ ...test.services, dataDir: test.config.dataDir, days: {} }, listener, now);
  return erased;
};

async function closedCase(mark = newMark()) {
  const appeal = await cases.searching({
    appeal: { kind: 'person', title: `${mark}qu`, story: `${mark}st`, place: `${mark}st`, hashtags: [`${mark}tag`] },
    customer: { name: `${mark}na`, originalWords: `${mark}ow` },
    photos: [await photo(newColour())],
  });
  await giveHint(by(helper, appeal), `${mark}hi`);
  await givenTo(agent, appeal, helper, `${mark}ag`);
  await receiveReply(by(customerOfCase(appeal), appeal), 'en', `${mark}re`);
  await sendUpdate(by(agent, appeal), { channel: 'phone', subject: '', body: `${mark}up` }, null);
  await awaitForm(customerOfCase(appeal), await photo(newColour()), test.services.photoStore);
  await deriveNotices(test.config.calendar.timeZone);
  return close(by(agent, appeal), 'happy');
}

it('a case is kept while it is open, and for thirty days after its last end', async () => {
  const open = await cases.searching({ appeal: { kind: 'person' } });
  const thing = await cases.closedInVain();
  const closed = await closedCase();
  expect(await keepRules(inDays(29))).toEqual([]);
  const again = await reopen(by(agent, closed));
  expect(await keepRules(inDays(31))).toEqual([]);
  for (const { id } of [open, thing, again]) await appealFor(agent, id);
});

it('nothing is left of it then but what is counted', async () => {
  const mark = newMark();
  const appeal = await closedCase(mark);
  const token = await tokenOf(test.services, appeal);
  await count(test.config.calendar);
  const before = await CaseNumbersModel.findById(appeal.id).lean();
  for (const word of ['qu', 'st', 'na', 'ow', 'hi', 'ag', 're', 'up', 'tag'])
    expect(await dump(test.connection)).toContain(mark + word);
  const ids = appeal.photos.map(({ id }) => id);

  await keepRules(inDays(31));

  expect(await dump(test.connection)).not.toContain(mark);
  for (const id of ids) expect(existsSync(test.services.photoStore.fileOf(id, 'large.jpg'))).toBe(false);
  await expect(appealFor(agent, appeal.id)).rejects.toThrow(NotFound);
  await (await signIn(test.app, agent)).get(link(paths.appeal, { id: appeal.id })).expect(404);
  await browser(test.app).get(link(paths.status, { token })).expect(404);

  await rebuild(test.config.calendar);
  const after = await CaseNumbersModel.findById(appeal.id).lean();
  expect([after?.kind, after?.channel, after?.marks]).toEqual([before?.kind, before?.channel, before?.marks]);
});

it('a case that went on as another is erased as well', async () => {
  const [one, other] = [
    await cases.searching({ appeal: { kind: 'person' } }),
    await cases.searching({ appeal: { kind: 'person' } }),
  ];
  await mergeAppeals(by(agent, one), other.id);
  await keepRules(inDays(31));
  await expect(appealFor(agent, one.id)).rejects.toThrow(NotFound);
  await appealFor(agent, other.id);
});

it('what a crash has left is finished', async () => {
  const appeal = await closedCase();
  const { photoStore } = test.services;
  const failing = jest.spyOn(photoStore, 'remove').mockRejectedValueOnce(new Error('disk gone'));
  await expect(keepRules(inDays(31))).rejects.toThrow('disk gone');
  failing.mockRestore();
  expect(await keepRules(inDays(31))).toEqual([]);
  expect(await AppealModel.exists({ erasedPhotos: { $exists: true } })).toBeNull();
  for (const { id } of appeal.photos) expect(existsSync(photoStore.fileOf(id, 'large.jpg'))).toBe(false);
});
