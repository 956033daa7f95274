import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { chooseLanguage } from '../../src/customers/choose-language';
import { customerOf } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { unescaped, visibleText } from '../support/html';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let service: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  service = await signIn(test.app, ada);
});
afterAll(() => test.stop());

const minimal = { title: 'Plush donkey', story: 'Lost on a trip', intent: 'publish' };

async function send(given: Record<string, string | string[]>): Promise<request.Response> {
  return fillIn(service, await service.get(paths.newAppeal).expect(200), paths.appeals, { ...minimal, ...given });
}

async function sent(given: Record<string, string | string[]>): Promise<Appeal> {
  const { status, headers } = await send(given);
  expect(status).toBe(303);
  return appealFor(ada, String(headers.location).split('/').at(-1) ?? '');
}

const tomorrow = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

it('leaves alone the language the customer has chosen while the form was open, unless the agent changes it', async () => {
  const appeal = await cases.searching({ customer: { language: 'en' } });
  const edit = link(paths.editAppeal, { id: appeal.id });
  const languageNow = async () => (await customerOf(appeal.id))?.language;
  const opened = await service.get(edit).expect(200);
  await chooseLanguage({ kind: 'customer', appealId: appeal.id }, 'de');
  const refused = await fillIn(service, opened, edit, { title: ' ', intent: 'save' }).expect(422);
  await fillIn(service, refused, edit, { title: 'Grey donkey', intent: 'save' }).expect(303);
  expect([await languageNow(), (await customerOf(appeal.id))?.name]).toEqual(['de', 'Maria Muster']);
  await fillIn(service, await service.get(edit), edit, { customerLanguage: 'en', intent: 'save' }).expect(303);
  expect(await languageNow()).toBe('en');
});

describe('a new appeal is refused', () => {
  it.each<[string, Record<string, string | string[]>, string]>([
    ['title', { title: '  ' }, 'error.field.required'],
    ['title', { title: 'x'.repeat(121) }, 'error.field.tooLong'],
    ['title', { title: 'bell\u0007' }, 'error.field.characters'],
    ['story', { story: '' }, 'refusal.noStory'],
    ['story', { story: 'x'.repeat(5001) }, 'error.field.tooLong'],
    ['lostOn', { lostOn: tomorrow }, 'refusal.date'],
    ['lostOn', { lostOn: '2026-02-30' }, 'refusal.date'],
    ['lostOn', { lostOn: '28.12.2014' }, 'refusal.date'],
    ['hashtags', { hashtags: '#a<b>' }, 'refusal.hashtags'],
    ['hashtags', { hashtags: '1 2 3 4 5 6 7 8 9 10 11' }, 'refusal.hashtags'],
    ['postUrl', { postUrl: 'javascript:alert(1)' }, 'refusal.webAddress'],
    ['postUrl', { postUrl: 'social.example' }, 'refusal.webAddress'],
    ['customerEmail', { customerEmail: 'maria' }, 'error.field.email'],
  ])('for its %s: %p', async (field, given, sentence) => {
    const before = await AppealModel.countDocuments();
    const { status, text } = await send({ ...given, reward: 'Big <eyes>', channel: 'x' });
    expect(status).toBe(422);
    expect(unescaped(text)).toContain(t(sentence));
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('value="Big &lt;eyes&gt;"');
    expect(text).toContain('<option value="x" selected>');
    expect(await AppealModel.countDocuments()).toBe(before);
  });

  it('for a choice nobody offered', async () => {
    const form = { ...minimal, kind: 'miracle', channel: 'x', customerLanguage: 'en' };
    const { text } = await service.post(paths.appeals).type('form').send(form).expect(422);
    expect(unescaped(text)).toContain(t('error.field.choose'));
  });
});

describe('a new appeal', () => {
  it('is kept as a draft, without a story', async () => {
    const appeal = await sent({ story: '', intent: 'draft', kind: 'person' });
    expect(appeal).toMatchObject({ status: 'draft', kind: 'person', story: '', publishedAt: null });
  });

  it('is published with what was typed, and the customer kept apart', async () => {
    const appeal = await sent({
      kind: 'owner',
      title: '  Phone with\ta crack ',
      story: 'Line one\r\nLine two',
      soughtLabel: ['Colour', 'Maker', '', 'Nothing'],
      soughtValue: ['black', '', 'no label', ''],
      hashtags: '#Phone, phone #Phone',
      channel: 'community',
      customerName: 'O’Hara <script>',
      customerAddress: 'Weg 1\r\n12345 Ort',
    });
    expect(appeal).toMatchObject({
      status: 'searching',
      kind: 'owner',
      title: 'Phone with\ta crack',
      story: 'Line one\nLine two',
      hashtags: ['Phone', 'phone'],
      channel: 'community',
    });
    expect(appeal.sought).toEqual([
      { label: 'Colour', value: 'black' },
      { label: '', value: 'no label' },
    ]);
    expect(await customerOf(appeal.id)).toMatchObject({ name: 'O’Hara <script>', address: 'Weg 1\n12345 Ort' });
    const page = await service.get(link(paths.appeal, { id: appeal.id })).expect(200);
    expect(page.text).toContain('O’Hara &lt;script&gt;');
    expect(page.text).not.toContain('<script>');
  });
});

describe('editing', () => {
  const pathOf = ({ id }: Appeal) => link(paths.editAppeal, { id });
  const edit = async (appeal: Appeal, given: Record<string, string | string[]>) =>
    fillIn(service, await service.get(pathOf(appeal)).expect(200), pathOf(appeal), { intent: 'save', ...given });

  it('keeps what was typed where it is refused, and the photos that stay', async () => {
    const appeal = await cases.searching({ photos: [await photo('#100000'), await photo('#200000')] });
    const [dropped] = appeal.photos;
    const { status, text } = await edit(appeal, { title: '', story: 'Typed anew', dropPhoto: [dropped?.id ?? ''] });
    expect(status).toBe(422);
    expect(text).toContain('Typed anew');
    expect(text.match(/name="dropPhoto" value="[0-9a-f]+"/g)).toHaveLength(2);
    expect(text).toContain(`name="dropPhoto" value="${dropped?.id}" checked`);
    expect(await appealFor(ada, appeal.id)).toEqual(appeal);
  });

  it('is over once the case is closed', async () => {
    const appeal = await cases.searching();
    const page = await service.get(pathOf(appeal)).expect(200);
    await service
      .post(link(paths.closure, { id: appeal.id }))
      .type('form')
      .send({ outcome: 'withdrawn' })
      .expect(303);
    const { text } = await fillIn(service, page, pathOf(appeal), { intent: 'save', story: 'Too late' }).expect(409);
    expect(visibleText(text)).toContain('Too late');
  });

  it('changes nothing where nothing was typed', async () => {
    const given = { photos: [await photo('#300000')], customer: { originalWords: 'Two\n\nparagraphs & <b>' } };
    const appeal = await cases.searching(given);
    const customer = await customerOf(appeal.id);
    expect((await edit(appeal, {})).status).toBe(303);
    const after = await appealFor(ada, appeal.id);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'appeal_edited', fields: [] });
    expect(after).toEqual({ ...appeal, version: after.version, timeline: after.timeline });
    expect(await customerOf(appeal.id)).toEqual(customer);
  });

  it('drops photos that are ticked for it', async () => {
    const appeal = await cases.searching({ photos: [await photo('#400000'), await photo('#500000')] });
    const [dropped, kept] = appeal.photos;
    await edit(appeal, { dropPhoto: [dropped?.id ?? ''] });
    expect((await appealFor(ada, appeal.id)).photos).toEqual([kept]);
  });

  it('publishes a draft at once', async () => {
    const appeal = await cases.draft({ appeal: { story: '' } });
    expect((await edit(appeal, { intent: 'publish' })).status).toBe(422);
    expect((await edit(appeal, { intent: 'publish', story: 'Lost on a trip' })).status).toBe(303);
    expect(await appealFor(ada, appeal.id)).toMatchObject({ status: 'searching', story: 'Lost on a trip' });
  });
});

it('says beside the button why a draft without a story is not published', async () => {
  const appeal = await cases.draft({ appeal: { story: '' } });
  const page = await service.get(link(paths.appeal, { id: appeal.id })).expect(200);
  const { text } = await fillIn(service, page, link(paths.publication, { id: appeal.id })).expect(422);
  expect(unescaped(text)).toContain(t('refusal.noStory'));
});
