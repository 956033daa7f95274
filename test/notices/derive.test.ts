import { close } from '../../src/appeals/close';
import { declineFind } from '../../src/appeals/decline-find';
import { follow } from '../../src/appeals/follow';
import { look } from '../../src/appeals/look';
import { publish } from '../../src/appeals/publish';
import { withdrawConsent } from '../../src/customers/withdraw-consent';
import { type Pace, usualWishes } from '../../src/domain/notice';
import { receiveThanks } from '../../src/messages/receive-words';
import { AppealModel } from '../../src/models/appeal';
import { NoticeModel } from '../../src/models/notice';
import { deriveNotices } from '../../src/notices/derive';
import { countUnread, noticesFor } from '../../src/notices/find-notices';
import { markAllRead, markRead } from '../../src/notices/mark-read';
import { mute, unmute } from '../../src/notices/mute';
import { countKnowing } from '../../src/notices/neighbours';
import { saveWishes, wishesFor } from '../../src/notices/wishes';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, findIn } from '../support/cases';
import { agent, colleague } from '../support/factories';

let test: TestApp;
let ada: Account;
let finder: Account;
let fan: Account;
beforeAll(async () => {
  test = await startTestApp();
  // Notices are derived by hand here, so that nobody else does it in between.
  await test.services.outbox.stop();
});
afterAll(() => test.stop());
beforeEach(async () => {
  [ada, finder, fan] = [await agent(), await colleague(), await colleague()];
  await derive();
});

const cases = () => casesOf(test.services, { agent: ada, finder });
const derive = () => deriveNotices('Europe/Berlin');
const later = () => new Date(Date.now() + 1000);
/** What somebody is told on the page, by title. */
const told = async (who: Account) =>
  (await noticesFor(who)).map(({ unread, notices }) => [
    unread,
    ...notices.map(({ event, kind }) => `${event.type} ${kind}`),
  ]);

/** The usual wishes, but one. */
const wish = async (who: Account, kind: keyof typeof usualWishes, page: Pace, tags: string[] = []) =>
  saveWishes(who, { ...usualWishes, [kind]: { page, mail: 'off', push: 'off' } }, tags);

it('tells the people of a case, gathered by appeal, and nobody of their own doing', async () => {
  const appeal = await cases().searching();
  await follow(fan, appeal.id);
  await look(by(fan, appeal), 'Attic');
  await derive();
  expect([await told(ada), await told(fan)]).toEqual([[[1, 'looked mine']], []]);
  const found = await cases().found();
  await derive();
  expect(await countUnread(ada)).toBe(2);
  expect(await told(finder)).toEqual([[1, 'find_accepted helped']]);
  expect((await told(ada))[0]).toEqual([1, 'find_offered mine']);
  expect(found.status).toBe('found');
});

it('tells everything once, however many processes there are, and again after a crash', async () => {
  const appeal = await cases().withOffer();
  await Promise.all([derive(), derive(), derive()]);
  expect(await NoticeModel.countDocuments({ appeal: appeal.id })).toBe(1);
  expect(await AppealModel.findById(appeal.id, { unnoticed: 1 }).lean()).toMatchObject({ unnoticed: [] });
  // What a process leaves that falls over before it can say that it is done.
  await AppealModel.updateOne({ _id: appeal.id }, { unnoticed: appeal.timeline.map(({ id }) => id) });
  await markAllRead(ada, later());
  await derive();
  expect(await told(ada)).toEqual([[0, 'find_offered mine']]);
});

it('forgets no event when a process falls over at its worst moment', async () => {
  const appeal = await cases().withOffer();
  const fault = jest.spyOn(NoticeModel, 'bulkWrite').mockRejectedValueOnce(new Error('killed'));
  await expect(derive()).rejects.toThrow('could not be written');
  fault.mockRestore();
  expect(await told(ada)).toEqual([]);
  await derive();
  expect([await told(ada), await NoticeModel.countDocuments({ appeal: appeal.id })]).toEqual([
    [[1, 'find_offered mine']],
    1,
  ]);
});

it('says to a finder what nobody else reads', async () => {
  const appeal = await cases().withOffer();
  await derive();
  await follow(fan, appeal.id);
  await declineFind(by(ada, appeal), findIn(appeal), 'Too blue');
  await derive();
  expect([await told(finder), await told(fan)]).toEqual([[[1, 'find_declined helped']], []]);
});

it('thanks whoever helped, once', async () => {
  const appeal = await cases().delivered();
  await follow(finder, appeal.id);
  await close(by(ada, appeal), 'happy');
  await derive();
  const [line = []] = await told(finder);
  expect(line.filter((one) => String(one).startsWith('closed'))).toEqual(['closed thanks']);
});

it('takes back what the customer does not want to be shown any more', async () => {
  const appeal = await cases().delivered();
  const consent = { shareable: true, publicUse: false };
  await receiveThanks(by(customerOfCase(appeal), appeal), 'en', 'Thanks!', consent);
  await derive();
  expect((await told(finder))[0]).toContain('customer_thanked thanks');
  await withdrawConsent(by(customerOfCase(appeal), appeal), { shareable: false, publicUse: false });
  await derive();
  expect((await told(finder))[0]).not.toContain('customer_thanked thanks');
  expect(await NoticeModel.countDocuments({ recipient: finder.id, event: /thanked/ })).toBe(0);
});

it('asks those who know first, and tells their number; those who are near, if they like', async () => {
  const [knower, neighbour, stranger] = [
    await colleague(),
    await colleague({ place: 'Hamburg, Haus 3' }),
    await colleague({ place: 'Bonn' }),
  ];
  await wish(knower, 'near', 'off', ['Trade-Fair', 'other']);
  for (const who of [neighbour, stranger]) await wish(who, 'near', 'instant');
  const draft = await cases().draft({ appeal: { hashtags: ['tradefair'], place: 'Hamburg Hauptbahnhof' } });
  expect(await countKnowing(draft)).toBe(1);
  await derive();
  expect(await told(knower)).toEqual([]);
  await publish(by(ada, draft));
  await derive();
  expect([await told(knower), await told(neighbour), await told(stranger)]).toEqual([
    [[1, 'appeal_published asked']],
    [[1, 'appeal_published near']],
    [],
  ]);
});

it('leaves those alone who do not want to hear, of a kind or of a case', async () => {
  await wish(ada, 'mine', 'off');
  const appeal = await cases().withOffer();
  await derive();
  expect(await NoticeModel.countDocuments({ recipient: ada.id })).toBe(0);
  await wish(ada, 'mine', 'instant');
  await look(by(fan, appeal), '');
  await derive();
  expect(await countUnread(ada)).toBe(1);
  await mute(ada, appeal.id);
  await look(by(finder, appeal), '');
  await derive();
  expect([await countUnread(ada), (await wishesFor(ada)).muted]).toEqual([0, [appeal.id]]);
  await unmute(ada, appeal.id);
  await look(by(await colleague(), appeal), '');
  await derive();
  expect(await countUnread(ada)).toBe(1);
});

it('keeps what came after the page was made for the next time', async () => {
  const appeal = await cases().withOffer();
  await derive();
  const pageMade = later();
  await markRead(ada, appeal.id, new Date(Date.now() - 60_000));
  expect(await countUnread(ada)).toBe(1);
  await markRead(ada, appeal.id, pageMade);
  expect(await countUnread(ada)).toBe(0);
});
