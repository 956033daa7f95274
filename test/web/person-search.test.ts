import type TestAgent from 'supertest/lib/agent';
import { board } from '../../src/appeals/board';
import { close } from '../../src/appeals/close';
import type { Appeal } from '../../src/domain/appeal';
import { answerDays } from '../../src/domain/person-search';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import { type Account, findAccount } from '../../src/people/accounts';
import { answerInquiry } from '../../src/sought/answer-inquiry';
import { giveHint } from '../../src/sought/give-hint';
import { lapseInquiries } from '../../src/sought/lapse';
import { personSearchOf } from '../../src/sought/person-search';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { colleague, agent as newAgent } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { mailsIn } from '../support/outbox';
import { answeredBy, asked, givenTo } from '../support/persons';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let stefan: Account;
let desk: TestAgent;
let cupboard: TestAgent;
const visitor = () => browser(test.app);
beforeAll(async () => {
  test = await startTestApp();
  [ada, stefan] = [await newAgent({ name: 'Ada Agent' }), await colleague({ name: 'Stefan Sought' })];
  cases = casesOf(test.services, { agent: ada, finder: stefan });
  desk = await signIn(test.app, ada);
  cupboard = await signIn(test.app, await colleague());
});
afterAll(() => test.stop());

const person = () => cases.searching({ appeal: { kind: 'person' } });
const pageOf = ({ id }: Appeal) => link(paths.appeal, { id });

describe('the page of the customer', () => {
  const lapse = () => lapseInquiries(new Date(Date.now() + (answerDays * 24 + 1) * 60 * 60 * 1000));

  /** Byte for byte, but for what names the case and the hour of the request. */
  async function read(appeal: Appeal): Promise<string> {
    const token = await tokenOf(test.services, appeal);
    await sameHours(appeal);
    const { text } = await visitor().get(link(paths.status, { token }));
    return text
      .replaceAll(token, 'TOKEN')
      .replaceAll(appeal.id, 'ID')
      .replace(/value="[\w-]{22,}"/g, '');
  }

  /** Cases of one test are made within the same minute, not within the same millisecond. */
  async function sameHours({ id }: Appeal): Promise<void> {
    const record = await AppealModel.findById(id).orFail();
    for (const [index, event] of record.timeline.entries()) event.at = new Date(1_700_000_000_000 + index * 60_000);
    await AppealModel.updateOne({ _id: id }, { timeline: record.timeline, publishedAt: record.timeline[1]?.at });
  }

  const courses: Record<string, (appeal: Appeal) => Promise<unknown>> = {
    no: async (appeal) => answeredBy(ada, appeal, await colleague(), { answer: 'no', agreed: '' }),
    'no answer': async (appeal) => {
      await asked(ada, appeal, await colleague());
      await lapse();
    },
    'a hint, and still open': async (appeal) => {
      await giveHint(by(stefan, appeal), 'He works in Bonn');
      await asked(ada, appeal, await colleague());
    },
    'a yes that was not passed on': async (appeal) =>
      answeredBy(ada, appeal, await colleague(), { answer: 'yes', agreed: 'Stefan' }),
  };

  it.each(Object.keys(courses))('reads the same as where nobody was found, byte for byte: %s', async (name) => {
    const [course, nobody] = [await person(), await person()];
    await courses[name]?.(course);
    expect(await read(course)).toBe(await read(nobody));
    await close(by(ada, course), 'not_found');
    await close(by(ada, nobody), 'not_found');
    const ended = await read(course);
    expect(ended).toBe(await read(nobody));
    expect(ended).toContain(t('customer.headline.person.closed_not_found'));
  });

  it('shows exactly what was agreed, while the search is open and after its end', async () => {
    const appeal = await person();
    const agreed = 'Stefan <Nordstadt>, 0170 1\nAfter six, please.';
    await givenTo(ada, appeal, await colleague(), agreed);
    const token = await tokenOf(test.services, appeal);
    const given = async () => {
      const { text } = await visitor().get(link(paths.status, { token }));
      return /id="given"[\s\S]*?<blockquote[^>]*>([\s\S]*?)<\/blockquote>/.exec(text)?.[1] ?? '';
    };
    expect(await given()).toBe('<p>Stefan &lt;Nordstadt&gt;, 0170 1\nAfter six, please.</p>');
    await close(by(ada, appeal), 'happy');
    expect(await given()).toContain('Stefan &lt;Nordstadt&gt;, 0170 1\nAfter six, please.');
  });
});

describe('what colleagues learn', () => {
  it('is not that there are hints, that somebody was asked, or how it ended', async () => {
    const appeal = await person();
    await cupboard.get(pageOf(appeal));
    const before = await withoutKeys(cupboard, pageOf(appeal));
    await giveHint(by(stefan, appeal), 'He works in Bonn');
    const id = await answeredBy(ada, appeal, await colleague(), { answer: 'yes', agreed: 'Stefan' });
    expect(await withoutKeys(cupboard, pageOf(appeal))).toBe(before);
    const { text } = await desk.get(pageOf(appeal));
    await fillIn(desk, { text }, link(paths.inquirySharing, { id: appeal.id, inquiryId: id }), {}).expect(303);
    await close(by(ada, appeal), 'happy');
    const ended = visibleText((await cupboard.get(pageOf(appeal))).text);
    expect(ended).toContain(t('timeline.colleague.ended', { actor: 'Ada Agent' }));
    // The list of happy ends is linked on every page.
    const happily = /Happy end(?!s)/;
    expect(ended).not.toMatch(happily);
    expect(visibleText((await cupboard.get(`${paths.board}?status=closed`)).text)).not.toMatch(happily);
    expect(visibleText((await desk.get(pageOf(appeal))).text)).toMatch(happily);
  });

  it('finds nobody by a name, wherever it stands, and still by place and hashtag', async () => {
    const words = {
      title: 'Zebulon, who repaired it',
      story: 'Zebulon has a checked bag',
      place: 'Altona',
      hashtags: ['kaffee'],
    };
    const sought = [{ label: 'Name', value: 'Zebulon' }];
    const { id } = await cases.searching({ appeal: { kind: 'person', ...words, sought } });
    const found = async (text: string) =>
      (await board({ text, kind: null, status: null, cursor: '' })).items.map((card) => card.id);
    for (const text of ['Zebulon', 'zebulo', '"Zebulon has"', '"zebulon" altona', 'name:Zebulon'])
      expect([text, await found(text)]).toEqual([text, []]);
    expect([await found('altona'), await found('#kaffee')]).toEqual([[id], [id]]);
  });
});

describe('asking from the page of the case', () => {
  it('refuses in words that tell nothing, keeps what was typed, and leads to no contact', async () => {
    const never = await colleague({ email: 'never@fundus.example' });
    const hermit = await signIn(test.app, never);
    const profile = await hermit.get(paths.profile);
    await fillIn(hermit, profile, paths.profile, { neverSought: 'yes' }).expect(303);
    expect((await findAccount(never.id))?.neverSought).toBe(true);
    expect((await hermit.get(paths.profile)).text).toMatch(/name="neverSought" value="yes" checked/);
    const appeal = await person();
    const refusals = [];
    for (const email of [never.email, 'nobody@fundus.example']) {
      const page = await desk.get(pageOf(appeal));
      const form = { email, words: 'Is it you?' };
      const { status, text } = await fillIn(desk, page, link(paths.inquiries, { id: appeal.id }), form);
      expect([status, text.includes(`value="${email}"`), text.includes('Is it you?')]).toEqual([422, true, true]);
      refusals.push(visibleText(/<div class="error-summary[\s\S]*?<\/div>/.exec(text)?.[0] ?? '').replace(email, ''));
    }
    expect(refusals[0]).toContain(t('refusal.cannotBeAsked'));
    expect(refusals[1]).toBe(refusals[0]);
    expect(await personSearchOf(appeal.id)).toMatchObject({ inquiries: [] });
    expect((await mailsIn(test.config.dataDir)).join()).not.toContain(never.email);
  });

  it('mails the link, shows the answer on the desk, and passes it on with one press', async () => {
    const appeal = await person();
    const page = await desk.get(pageOf(appeal));
    const form = { email: stefan.email.toUpperCase(), words: 'A customer would like to thank you.' };
    await fillIn(desk, page, link(paths.inquiries, { id: appeal.id }), form).expect(303);
    const mail = (await mailsIn(test.config.dataDir)).findLast((one) => one.includes(stefan.email)) ?? '';
    expect(mail).not.toContain('thank you');
    const [, address = ''] = /https?:\/\/[^/]+(\/inquiry\/[\w-]{43})/.exec(mail) ?? [];
    const question = await visitor().get(address).expect(200);
    expect(visibleText(question.text)).toContain('A customer would like to thank you.');
    expect(question.text).not.toContain(appeal.title);
    const answer = { answer: 'message', shared: 'not this', message: 'All the best' };
    const { headers } = await fillIn(visitor(), question, `${address}/answer`, answer).expect(303);
    expect(headers.location).toBe(address);
    expect(visibleText((await visitor().get(address)).text)).toContain(t('inquiry.answered'));
    expect((await visitor().get(address)).text).not.toContain('A customer would like');
    await fillIn(visitor(), question, `${address}/answer`, { ...answer, message: 'Other words' }).expect(409);
    expect(visibleText((await desk.get(paths.desk)).text)).toContain(t('desk.soughtAnswered.heading'));
    const answered = await desk.get(pageOf(appeal));
    expect(visibleText(answered.text)).toContain('All the best');
    const { inquiries } = await personSearchOf(appeal.id);
    expect(inquiries.map(({ agreed }) => agreed)).toEqual(['All the best']);
    const sharing = link(paths.inquirySharing, { id: appeal.id, inquiryId: inquiries[0]?.id ?? '' });
    await fillIn(desk, answered, sharing, {}).expect(303);
    const token = await tokenOf(test.services, appeal);
    expect(visibleText((await visitor().get(link(paths.status, { token }))).text)).toContain('All the best');
  });

  it.each([
    [{ answer: 'yes', shared: '', message: 'x' }, 'inquiry.sharedMissing'],
    [{ answer: 'message', shared: 'x', message: ' ' }, 'inquiry.messageMissing'],
    [{ shared: 'kept as typed', message: '' }, 'error.field.choose'],
  ])('an answer that says too little comes back: %j', async (form, key) => {
    const appeal = await person();
    const token = await asked(ada, appeal, await colleague({ language: 'en' }));
    const answers = link(paths.inquiryAnswer, { token });
    const page = await visitor().get(link(paths.inquiry, { token }));
    const { status, text } = await fillIn(visitor(), page, answers, form);
    expect([status, visibleText(text).includes(t(key))]).toEqual([422, true]);
    for (const typed of Object.values(form).filter((value) => value.trim() !== '' && !/^(yes|message)$/.test(value)))
      expect(text).toContain(typed);
    await answerInquiry(token, { answer: 'no', agreed: '' });
  });
});

describe('hints', () => {
  it('come to the page of agents and to the desk', async () => {
    const appeal = await person();
    const page = await cupboard.get(pageOf(appeal));
    const hints = link(paths.hints, { id: appeal.id });
    expect((await fillIn(cupboard, page, hints, { words: '' })).status).toBe(422);
    await fillIn(cupboard, page, hints, { words: 'He drinks coffee in the north' }).expect(303);
    expect(visibleText((await desk.get(pageOf(appeal))).text)).toContain('He drinks coffee in the north');
    expect(visibleText((await desk.get(paths.desk)).text)).toContain(t('desk.hints.line'));
    expect((await cupboard.get(pageOf(appeal))).text).not.toContain('He drinks coffee');
  });
});

async function withoutKeys(reader: TestAgent, address: string): Promise<string> {
  const { text } = await reader.get(address);
  return text.replace(/value="[\w-]{22,}"/g, '').replace(/data-[\w-]*="\d{13}"/g, '');
}
