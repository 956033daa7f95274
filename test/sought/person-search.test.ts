import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { deadlineOf } from '../../src/domain/person-search';
import { Conflict, InvalidInput, NotFound } from '../../src/errors';
import type { Mailer } from '../../src/messages/mailer';
import { AccountModel } from '../../src/models/account';
import { type Account, updateProfile } from '../../src/people/accounts';
import { answerInquiry } from '../../src/sought/answer-inquiry';
import { giveHint } from '../../src/sought/give-hint';
import { inquiryBy } from '../../src/sought/inquiry-by';
import { lapseInquiries, leaveSearches } from '../../src/sought/lapse';
import { personSearchOf } from '../../src/sought/person-search';
import { shareAgreed } from '../../src/sought/share-agreed';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { dump } from '../support/dump';
import { colleague, agent as newAgent } from '../support/factories';
import { answeredBy, asked, givenTo } from '../support/persons';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let agent: Account;
let stefan: Account;
beforeAll(async () => {
  test = await startTestApp();
  agent = await newAgent();
  cases = casesOf(test.services, { agent, finder: await colleague() });
});
beforeEach(async () => {
  stefan = await colleague();
});
afterAll(() => test.stop());

const person = () => cases.searching({ appeal: { kind: 'person' } });
const inquiriesOf = async (id: string) => (await personSearchOf(id)).inquiries;

describe('a hint', () => {
  it('changes nothing of the case, by which anybody could tell that there is one', async () => {
    const appeal = await person();
    await giveHint(by(stefan, appeal), 'He works in the north');
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
    expect((await personSearchOf(appeal.id)).hints).toEqual([
      { id: expect.any(String), by: stefan.id, words: 'He works in the north', at: expect.any(Date) },
    ]);
  });

  it('is taken from many at once', async () => {
    const appeal = await person();
    await Promise.all(Array.from({ length: 8 }, (_, index) => giveHint(by(stefan, appeal), `hint ${index}`)));
    expect((await personSearchOf(appeal.id)).hints).toHaveLength(8);
  });

  it('is taken while a person is sought alone', async () => {
    await expect(giveHint(by(stefan, await cases.searching()), 'x')).rejects.toThrow(LostRace);
    const over = await close(by(agent, await person()), 'not_found');
    await expect(giveHint(by(stefan, over), 'x')).rejects.toThrow(LostRace);
  });
});

describe('asking somebody', () => {
  it('keeps the token nowhere', async () => {
    const token = await asked(agent, await person(), stefan);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await dump(test.connection)).not.toContain(token);
  });

  it('refuses all who cannot be asked in the same words, writes nothing, and mails nobody', async () => {
    const [never, gone, before] = [await colleague(), await colleague(), await colleague()];
    await updateProfile(never, { name: 'Kim', language: 'en', place: '', neverSought: true });
    await AccountModel.updateOne({ _id: gone.id }, { deactivatedAt: new Date() });
    const mails: unknown[] = [];
    const mailer: Mailer = async (mail) => void mails.push(mail);
    const appeal = await person();
    await answeredBy(agent, appeal, before, { answer: 'no', agreed: '' });
    const known = await personSearchOf(appeal.id);
    for (const email of [never.email, gone.email, before.email, 'nobody@fundus.example']) {
      const refused = asked(agent, appeal, { email }, 'x', mailer);
      await expect(refused).rejects.toMatchObject({
        name: 'InvalidInput',
        fields: { email: 'refusal.cannotBeAsked' },
        values: {},
      });
    }
    expect([await personSearchOf(appeal.id), mails]).toEqual([known, []]);
  });

  it('asks one after the other', async () => {
    const appeal = await person();
    const both = [asked(agent, appeal, stefan), asked(agent, appeal, await colleague())];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await inquiriesOf(appeal.id)).toHaveLength(1);
  });

  it('has asked nobody when the mail is not taken', async () => {
    const appeal = await person();
    const full = () => Promise.reject(new Error('mailbox full'));
    await expect(asked(agent, appeal, stefan, 'x', full)).rejects.toThrow(InvalidInput);
    expect(await inquiriesOf(appeal.id)).toEqual([]);
    await asked(agent, appeal, stefan);
  });

  it('is for agents, while a person is sought', async () => {
    await expect(asked(stefan, await person(), stefan)).rejects.toThrow(LostRace);
    await expect(asked(agent, await cases.searching(), stefan)).rejects.toThrow(LostRace);
  });
});

describe('the answer', () => {
  it.each([
    ['yes', 'Stefan, 0170 1'],
    ['message', 'All the best'],
    ['no', ''],
  ] as const)('is kept word for word: %s', async (answer, agreed) => {
    const appeal = await person();
    const id = await answeredBy(agent, appeal, stefan, { answer, agreed });
    expect(await inquiriesOf(appeal.id)).toEqual([expect.objectContaining({ id, answer, agreed, sharedAt: null })]);
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  });

  it('is given once, even twice at the same time', async () => {
    const appeal = await person();
    const token = await asked(agent, appeal, stefan);
    const both = [
      answerInquiry(token, { answer: 'yes', agreed: 'Stefan' }),
      answerInquiry(token, { answer: 'no', agreed: '' }),
    ];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const stands = await inquiriesOf(appeal.id);
    await expect(answerInquiry(token, { answer: 'message', agreed: 'Hello' })).rejects.toThrow(Conflict);
    expect(await inquiriesOf(appeal.id)).toEqual(stands);
  });

  it('is not taken once the time is over, though nobody has written that down yet', async () => {
    const appeal = await person();
    const token = await asked(agent, appeal, stefan);
    const [inquiry] = await inquiriesOf(appeal.id);
    const over = inquiry ? deadlineOf(inquiry) : new Date(0);
    await expect(answerInquiry(token, { answer: 'yes', agreed: 'x' }, over)).rejects.toThrow(NotFound);
    await lapseInquiries(new Date(over.getTime() - 1));
    expect((await inquiriesOf(appeal.id))[0]?.answer).toBeNull();
    await lapseInquiries(over);
    expect((await inquiriesOf(appeal.id))[0]).toMatchObject({ answer: 'no_answer', agreed: '', answeredAt: over });
    await expect(inquiryBy(token)).rejects.toThrow(NotFound);
  });

  it('is not taken once nobody is sought any more, or by an account out of use', async () => {
    const over = await person();
    const token = await asked(agent, over, stefan);
    await close(by(agent, over), 'withdrawn');
    await expect(answerInquiry(token, { answer: 'no', agreed: '' })).rejects.toThrow(NotFound);
    const other = await asked(agent, await person(), stefan);
    await AccountModel.updateOne({ _id: stefan.id }, { deactivatedAt: new Date() });
    await expect(inquiryBy(other)).rejects.toThrow(NotFound);
  });

  it('is no for whoever wants never to be sought', async () => {
    const [appeal, untouched] = [await person(), await person()];
    const token = await asked(agent, appeal, stefan);
    await asked(agent, untouched, await colleague());
    await leaveSearches(stefan.id);
    expect((await inquiriesOf(appeal.id))[0]?.answer).toBe('no');
    expect((await inquiriesOf(untouched.id))[0]?.answer).toBeNull();
    expect((await inquiryBy(token)).open).toBe(false);
  });
});

describe('passing on', () => {
  it('needs the recorded yes', async () => {
    const appeal = await person();
    const no = await answeredBy(agent, appeal, stefan, { answer: 'no', agreed: 'ignored' });
    await expect(shareAgreed(by(agent, appeal), no)).rejects.toThrow(NotFound);
    await asked(agent, appeal, await colleague());
    const [, open] = await inquiriesOf(appeal.id);
    await expect(shareAgreed(by(agent, appeal), open?.id ?? '')).rejects.toThrow(NotFound);
    expect((await appealFor(agent, appeal.id)).timeline).toEqual(appeal.timeline);
  });

  it('is written down, and done once', async () => {
    const appeal = await person();
    const id = await answeredBy(agent, appeal, stefan, { answer: 'yes', agreed: 'Stefan' });
    await shareAgreed(by(agent, appeal), id);
    const after = await appealFor(agent, appeal.id);
    expect(after.timeline.slice(appeal.timeline.length).map(({ type }) => type)).toEqual(['contact_shared']);
    expect((await inquiriesOf(appeal.id))[0]?.sharedAt).toEqual(expect.any(Date));
    await expect(shareAgreed(by(agent, after), id)).rejects.toThrow(LostRace);
  });

  it('is what lets the search end happily, and nothing else does', async () => {
    const refused = { fields: { outcome: 'refusal.outcome' } };
    const declined = await person();
    await answeredBy(agent, declined, stefan, { answer: 'no', agreed: '' });
    await expect(close(by(agent, declined), 'happy')).rejects.toMatchObject(refused);
    const given = await person();
    await givenTo(agent, given, stefan, 'Stefan');
    expect((await close(by(agent, given), 'happy')).outcome).toBe('happy');
  });
});
