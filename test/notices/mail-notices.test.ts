import request from 'supertest';
import { usualWishes } from '../../src/domain/notice';
import type { Mailer } from '../../src/messages/mailer';
import { NoticeModel } from '../../src/models/notice';
import { deriveNotices } from '../../src/notices/derive';
import { mailNotices } from '../../src/notices/mail-notices';
import { markAllRead } from '../../src/notices/mark-read';
import { saveWishes, wishesFor } from '../../src/notices/wishes';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

type Mail = Parameters<Mailer>[0];

let test: TestApp;
let ada: Account;
let finder: Account;
let fan: Account;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
});
afterAll(() => test.stop());
beforeEach(async () => {
  await NoticeModel.deleteMany({});
  [ada, finder, fan] = [await agent({ name: 'Ada Agent' }), await colleague({ name: 'Fin Finder' }), await colleague()];
});

const base = 'https://fundus.example';
const tools = (mailer: Mailer) => ({
  mailer,
  unsubscribeLinks: test.services.unsubscribeLinks,
  appealUrlOf: (id: string) => base + link(paths.appeal, { id }),
  unsubscribeUrlOf: (letter: string) => base + link(paths.unsubscribe, { letter }),
  wishesUrl: base + paths.noticeWishes,
});
const mailed = async (): Promise<Mail[]> => {
  const mails: Mail[] = [];
  await mailNotices(tools(async (mail) => void mails.push(mail)));
  return mails;
};
const cases = () => casesOf(test.services, { agent: ada, finder });
const derive = () => deriveNotices('Europe/Berlin');
/** The morning has come. */
const morning = () => NoticeModel.updateMany({ 'mail.dueAt': { $gt: new Date() } }, { 'mail.dueAt': new Date() });
/** The usual wishes with all mails at one pace. */
const mailsAt = (mail: 'instant' | 'daily' | 'off') =>
  Object.fromEntries(
    Object.entries(usualWishes).map(([kind, wish]) => [kind, { ...wish, mail }]),
  ) as typeof usualWishes;

it('goes at once to whoever is asked to send something, in text and HTML, with a way out', async () => {
  const appeal = await cases().found();
  await derive();
  const [mail, ...others] = await mailed();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: finder.email, subject: 'News about “Plush donkey”' });
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain('Ada Agent accepted the find from Fin Finder.');
    expect(body).toContain(`${base}/appeals/${appeal.id}`);
  }
  const { headers } = mail as { headers: Record<string, string> };
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  expect(await mailed()).toEqual([]);
});

it('leads whoever is asked for a thing to the open form, and for a person to that for hints', async () => {
  const asking = (kind: 'item' | 'person') => cases().searching({ appeal: { kind, hashtags: ['rare'] } });
  await saveWishes(fan, usualWishes, ['rare']);
  const [thing, person] = [await asking('item'), await asking('person')];
  await derive();
  const [mail, ...others] = await mailed();
  expect([mail?.to, others]).toEqual([fan.email, []]);
  expect(mail?.text).toContain(`${base}/appeals/${thing.id}#offer`);
  expect(mail?.text).toContain(`${base}/appeals/${person.id}#lead`);
});

it('waits for the morning where that is wished, is one mail then, and leaves out what was read', async () => {
  await cases().withOffer();
  await cases().withOffer({ appeal: { title: 'Tin robot' } });
  await derive();
  expect(await mailed()).toEqual([]);
  const times = (await NoticeModel.find({ recipient: ada.id }).lean()).map(({ mail }) => mail.dueAt?.getUTCMinutes());
  expect(times).toEqual([0, 0]);
  await morning();
  const [mail, ...others] = await mailed();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: ada.email, subject: 'News in 2 appeals' });
  expect(String(mail?.text)).toMatch(/Tin robot[\s\S]*Plush donkey/);
  await cases().withOffer();
  await derive();
  await markAllRead(ada, new Date(Date.now() + 1000));
  await morning();
  expect(await mailed()).toEqual([]);
});

it('is tried again when the server does not take it, and sent once by several processes', async () => {
  await cases().found();
  await derive();
  await expect(mailNotices(tools(() => Promise.reject(new Error('down'))))).rejects.toThrow('could not be sent');
  expect(await mailed()).toEqual([]);
  await morning();
  const mails = (await Promise.all([mailed(), mailed(), mailed()])).flat();
  expect(mails.map(({ to }) => to).sort()).toEqual([ada.email, finder.email].sort());
});

it('comes back when a process falls over while it sends', async () => {
  await cases().found();
  await derive();
  // A process that never returns: what it has taken waits for its lease to end.
  void mailNotices(tools(() => new Promise(() => undefined)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await mailed()).toEqual([]);
  await morning();
  expect((await mailed()).map(({ to }) => to).sort()).toEqual([ada.email, finder.email].sort());
});

it('is not written to those who do not want it', async () => {
  await saveWishes(finder, mailsAt('off'), []);
  await cases().found();
  await derive();
  await morning();
  expect((await mailed()).map(({ to }) => to)).toEqual([ada.email]);
});

describe('the way out', () => {
  const wayOut = async () => {
    await cases().found();
    await derive();
    const [mail] = await mailed();
    const { headers } = mail as { headers: Record<string, string> };
    return new URL((headers['List-Unsubscribe'] ?? '').slice(1, -1)).pathname;
  };

  it('is one click in the mail program, without account, cookies or a word of where it comes from', async () => {
    const path = await wayOut();
    await request(test.app).post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    const { wishes } = await wishesFor(finder);
    expect([wishes.helped, wishes.mine]).toEqual([{ page: 'instant', mail: 'off', push: 'instant' }, usualWishes.mine]);
  });

  it('only asks when the link is followed', async () => {
    const path = await wayOut();
    const page = await browser(test.app).get(path).set('Accept-Language', 'en').expect(200);
    expect(visibleText(page.text)).toContain('What becomes of my help');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect((await wishesFor(finder)).wishes.helped.mail).toBe('instant');
  });

  it('is closed to whoever guesses', async () => {
    const path = await wayOut();
    const forged = path.replace('helped', 'mine');
    await browser(test.app).post(forged).type('form').send({}).expect(404);
    await browser(test.app).post(`${path}x`).type('form').send({}).expect(404);
    await browser(test.app).post(path).type('form').send({ intruder: 'x' }).expect(400);
  });
});

describe('the page of wishes', () => {
  const chosen = (mail: string) =>
    Object.fromEntries(
      Object.keys(usualWishes).flatMap((kind) => [
        [`${kind}-page`, 'instant'],
        [`${kind}-mail`, mail],
        [`${kind}-push`, 'off'],
      ]),
    );

  it('keeps what was chosen, and shows it again', async () => {
    const visitor = await signIn(test.app, fan);
    const form = { ...chosen('weekly'), tags: '#TradeFair promo' };
    await visitor.post(paths.noticeWishes).type('form').send(form).expect(303);
    expect(await wishesFor(fan)).toMatchObject({ tags: ['TradeFair', 'promo'], wishes: { near: { mail: 'weekly' } } });
    const page = await visitor.get(paths.noticeWishes).expect(200);
    expect(page.text).toContain('value="#TradeFair #promo"');
    expect(page.text.match(/<option value="weekly" selected>/g)).toHaveLength(6);
  });

  it('says what does not fit, and keeps what was typed', async () => {
    const visitor = await signIn(test.app, fan);
    const form = { ...chosen('hourly'), tags: '#a!b' };
    const answer = await visitor.post(paths.noticeWishes).type('form').send(form).expect(422);
    expect(answer.text).toContain('value="#a!b"');
    expect((await wishesFor(fan)).tags).toEqual([]);
  });
});
