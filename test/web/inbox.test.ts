import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { takeIn } from '../../src/inbox/take-in';
import { messagesOf } from '../../src/messages/find-messages';
import { createReplyAddresses } from '../../src/messages/reply-addresses';
import { AppealModel } from '../../src/models/appeal';
import { KeptMailModel } from '../../src/models/kept-mail';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { rawMail } from '../support/mails';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';
import { asBuffer } from '../support/zip';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let service: TestAgent;
const t = translator('en');
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent({ name: 'Ada Agent' });
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  service = await signIn(test.app, ada);
});
afterAll(() => test.stop());
beforeEach(() => KeptMailModel.deleteMany({}));

const replyAddresses = createReplyAddresses('a secret for this test of 32 letters', 'fundus@mail.example');
const now = ({ id }: Appeal) => appealFor(ada, id);
const inbox = async () => service.get(paths.inbox).expect(200);

/** Somebody writes what cannot be matched. */
async function riddle(mail: Parameters<typeof rawMail>[0] = {}) {
  const raw = await rawMail({ to: 'fundus@mail.example', subject: 'My donkey', text: 'Grey and pink', ...mail });
  await takeIn(raw, { replyAddresses, photoStore: test.services.photoStore });
  const mailId = String((await KeptMailModel.findOne().sort({ _id: -1 }).lean())?._id);
  return {
    raw,
    mailId,
    assign: link(paths.keptMailAssignment, { mailId }),
    discard: link(paths.keptMailDiscard, { mailId }),
  };
}

describe('a mail that waits', () => {
  it('stands before all agents, who find the way there from their desk', async () => {
    expect((await service.get(paths.desk)).text).not.toContain(`href="${paths.inbox}"`);
    await riddle();
    expect((await service.get(paths.desk)).text).toContain(`href="${paths.inbox}"`);
    const page = visibleText((await inbox()).text);
    for (const said of ['maria@customers.example', 'My donkey', 'Grey and pink', t('inbox.reason.unknown')])
      expect(page).toContain(said);
  });

  it('does not press when a program sent it', async () => {
    await riddle({ headers: { 'Auto-Submitted': 'auto-replied' } });
    expect((await service.get(paths.desk)).text).not.toContain(`href="${paths.inbox}"`);
    expect(visibleText((await inbox()).text)).toContain(t('inbox.automatic.heading'));
  });

  it('is handed out as it came, and never shown by the browser', async () => {
    const { raw, mailId } = await riddle({ html: '<script>alert(1)</script>' });
    const href = link(paths.keptMailOriginal, { mailId });
    const { headers, body } = await service.get(href).buffer(true).parse(asBuffer).expect(200);
    expect((body as Buffer).equals(raw)).toBe(true);
    expect(headers['content-disposition']).toBe('attachment; filename=mail.eml');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect((await inbox()).text).not.toContain('<script>alert');
  });
});

describe('giving it to a case', () => {
  it.each(['', 'https://fundus.example/', 'ffff', 'https://evil.example/?x=aaaaaaaaaaaaaaaaaaaaaaaa'])(
    'needs the case’s address: %j',
    async (appeal) => {
      const { assign } = await riddle();
      const refused = await fillIn(service, await inbox(), assign, { appeal }).expect(422);
      expect(visibleText(refused.text)).toContain(t('refusal.appealAddress'));
    },
  );

  it('needs a case that is there, and leaves the mail waiting otherwise', async () => {
    const { assign, mailId } = await riddle();
    for (const id of ['f'.repeat(24), (await cases.draft()).id])
      await service.post(assign).type('form').send({ appeal: id }).expect(404);
    expect(await KeptMailModel.findById(mailId).lean()).toMatchObject({ state: 'waiting' });
    expect(visibleText((await inbox()).text)).toContain('Grey and pink');
  });

  it('makes it the customer’s words there, once', async () => {
    const appeal = await cases.searching();
    const attachments = [{ filename: 'donkey.png', content: (await photo('#0a0b0c')).bytes }];
    const { assign, mailId } = await riddle({ attachments });
    const href = `${test.config.baseUrl}${link(paths.appeal, { id: appeal.id })}#messages`;
    await fillIn(service, await inbox(), assign, { appeal: href }).expect(303);
    const [reply] = await messagesOf(appeal.id);
    expect(reply).toMatchObject({ kind: 'reply', channel: 'email', body: 'Grey and pink', photos: [{}] });
    expect((await now(appeal)).timeline.at(-1)).toMatchObject({ type: 'customer_replied', messageId: reply?.id });
    const record = await KeptMailModel.findById(mailId).lean();
    expect(record).toMatchObject({ state: 'assigned', decidedBy: ada.id, message: reply?.id, raw: null });
    await service.post(assign).type('form').send({ appeal: appeal.id }).expect(404);
    expect(await messagesOf(appeal.id)).toHaveLength(1);
  });

  it('offers the case it may be about, and keeps what is not shown', async () => {
    const appeal = await cases.searching({ appeal: { title: 'Grey donkey' } });
    const attachments = [{ filename: 'letter.pdf', content: Buffer.from('%PDF') }];
    const { mailId, assign } = await riddle({ attachments });
    await KeptMailModel.updateOne({ _id: mailId }, { appeal: appeal.id });
    const page = await inbox();
    expect(visibleText(page.text)).toContain(`${t('inbox.suggestion')} Grey donkey`);
    await service.post(assign).type('form').send({ appeal: appeal.id }).expect(303);
    const shown = (await service.get(link(paths.appeal, { id: appeal.id }))).text;
    expect(shown).toContain(link(paths.keptMailOriginal, { mailId }));
  });

  it('is finished when the process ended in between', async () => {
    const appeal = await cases.searching();
    const { assign } = await riddle();
    const write = jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementation((() => {
      throw new Error('the power went off');
    }) as never);
    await service.post(assign).type('form').send({ appeal: appeal.id }).expect(500);
    write.mockRestore();
    test.faults.splice(0);
    await fillIn(service, await inbox(), assign, { appeal: appeal.id }).expect(303);
    expect(await messagesOf(appeal.id)).toHaveLength(1);
    expect((await now(appeal)).version).toBe(appeal.version + 1);
  });
});

describe('discarding it', () => {
  it('keeps nothing of it, and happens once', async () => {
    const { raw, mailId, discard, assign } = await riddle();
    await fillIn(service, await inbox(), discard).expect(303);
    expect(await KeptMailModel.findById(mailId).lean()).toMatchObject({
      state: 'discarded',
      from: '',
      words: '',
      raw: null,
    });
    expect(visibleText((await inbox()).text)).toContain(t('inbox.empty'));
    await service.post(discard).type('form').send('').expect(409);
    await service
      .post(assign)
      .type('form')
      .send({ appeal: (await cases.searching()).id })
      .expect(404);
    expect(await takeIn(raw, { replyAddresses, photoStore: test.services.photoStore })).toBe('known');
  });
});

describe('a photo the customer sent', () => {
  it('is shown to colleagues when an agent says so', async () => {
    const appeal = await cases.searching();
    const attachments = [{ filename: 'donkey.png', content: (await photo('#0d0e0f')).bytes }];
    const { assign } = await riddle({ attachments });
    await service.post(assign).type('form').send({ appeal: appeal.id }).expect(303);
    const photoId = (await messagesOf(appeal.id))[0]?.photos[0]?.id ?? '';
    const employee = await signIn(test.app, await colleague());
    const small = link(paths.photo, { id: appeal.id, photoId, file: 'small.webp' });
    await employee.get(small).expect(404);
    const adoption = link(paths.photoAdoption, { id: appeal.id, photoId });
    const page = await service.get(link(paths.appeal, { id: appeal.id }));
    await fillIn(service, page, adoption).expect(303);
    await employee.get(small).expect(200);
    expect((await now(appeal)).photos.map(({ id }) => id)).toEqual([photoId]);
    expect((await service.get(link(paths.appeal, { id: appeal.id }))).text).not.toContain(adoption);
    await service
      .post(link(paths.photoAdoption, { id: appeal.id, photoId: 'a'.repeat(64) }))
      .type('form')
      .send('')
      .expect(404);
  });
});
