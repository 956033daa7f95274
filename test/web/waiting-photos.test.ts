import { mkdir, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { sweepPhotos } from '../../src/appeals/waiting-photos';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { WaitingPhotoModel } from '../../src/models/waiting-photo';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';

const t = translator('en');
const day = 24 * 60 * 60 * 1000;

let test: TestApp;
let ada: Account;
let cases: ReturnType<typeof casesOf>;
let service: TestAgent;
let finder: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  const finn = await colleague();
  cases = casesOf(test.services, { agent: ada, finder: finn });
  [service, finder] = [await signIn(test.app, ada), await signIn(test.app, finn)];
});
afterAll(() => test.stop());

const refs = (html: string) => [...html.matchAll(/name="photo" value="([^"]+)"/g)].map(([, ref = '']) => ref);
const newest = async () => AppealModel.findOne().sort({ openedAt: -1 }).lean();
const stored = (id: string) => test.services.photoStore.exists(id);

/** Sends a photo ahead, as the script of the page does. */
async function sendAhead(visitor: TestAgent, colour: string): Promise<string> {
  const { bytes, fileName } = await photo(colour);
  const { text } = await visitor.post(paths.waitingPhotos).attach('photos', bytes, fileName).expect(201);
  expect(text).toContain('name="photoAlt"');
  expect(text).toContain('src="data:image/webp;base64,');
  return refs(text)[0] ?? '';
}

async function waitingFor(visitor: TestAgent, ref: string): Promise<number> {
  return (await visitor.get(link(paths.waitingPhotoFile, { waitingId: ref, file: 'small.webp' }))).status;
}

describe('a photo sent ahead', () => {
  it('comes back as the piece of the form that stands for it, and is seen by who sent it', async () => {
    const ref = await sendAhead(service, '#110000');
    expect([await waitingFor(service, ref), await waitingFor(finder, ref)]).toEqual([200, 404]);
  });

  it('is refused in one sentence', async () => {
    const sent = service.post(paths.waitingPhotos).attach('photos', Buffer.from('no picture'), 'esel.jpg');
    const { text, headers } = await sent.expect(422);
    expect(text).toBe(t('photo.notAPicture', { fileName: 'esel.jpg' }));
    expect(headers['content-type']).toContain('text/plain');
  });

  it('becomes part of the appeal, with its description, in the order given', async () => {
    const [first, second] = [await sendAhead(service, '#220000'), await sendAhead(service, '#330000')];
    const page = await service.get(paths.newAppeal).expect(200);
    const form = { title: 'Donkey', story: 'Lost', channel: 'email', customerLanguage: 'en', kind: 'item' };
    const photos = { photo: [second, first], photoAlt: ['', 'Grey donkey'] };
    const sent = service
      .post(paths.appeals)
      .type('form')
      .send({ ...form, ...photos, intent: 'draft' });
    expect(page.text).toContain(`data-upload-to="${paths.waitingPhotos}"`);
    const before = await WaitingPhotoModel.find({ _id: { $in: [first, second] } }).lean();
    await sent.expect(303);
    const appeal = await newest();
    const idOf = (ref: string) => before.find(({ _id }) => _id === ref)?.photo.id;
    expect(appeal?.photos.map(({ id, alt }) => [id, alt])).toEqual([
      [idOf(second), undefined],
      [idOf(first), 'Grey donkey'],
    ]);
    expect(await WaitingPhotoModel.countDocuments({ _id: { $in: [first, second] } })).toBe(0);
    const { text } = await service.get(link(paths.appeal, { id: String(appeal?._id) })).expect(200);
    expect(text).toContain('alt="Grey donkey"');
  });

  it('is of no use to anybody else', async () => {
    const ref = await sendAhead(finder, '#440000');
    const sent = { title: 'Donkey', story: '', channel: 'email', customerLanguage: 'en', kind: 'item', photo: ref };
    const { text } = await service
      .post(paths.appeals)
      .type('form')
      .send({ ...sent, intent: 'draft' })
      .expect(422);
    expect(text).toContain(t('photo.gone'));
    expect(await waitingFor(finder, ref)).toBe(200);
  });
});

describe('a form that is refused', () => {
  it('still has the photos that came with it, without JavaScript, and keeps them when it is sent again', async () => {
    const page = await service.get(paths.newAppeal).expect(200);
    const photos = [await photo('#550000'), await photo('#660000')];
    const refused = await fillIn(service, page, paths.appeals, { title: '', intent: 'draft' }, { photos }).expect(422);
    expect(refs(refused.text)).toHaveLength(2);
    const given = { title: 'Donkey', photoAlt: ['One', 'Two'], intent: 'draft' };
    await fillIn(service, refused, paths.appeals, given).expect(303);
    const appeal = await newest();
    expect(appeal?.photos.map(({ alt }) => alt)).toEqual(['One', 'Two']);
    expect(await Promise.all((appeal?.photos ?? []).map(({ id }) => stored(id)))).toEqual([true, true]);
  });

  it('has the good ones where one of them was refused', async () => {
    const page = await service.get(paths.newAppeal).expect(200);
    const photos = [await photo('#770000'), { fileName: 'esel.pdf', bytes: Buffer.from('%PDF-1.7') }];
    const given = { title: 'Donkey', intent: 'draft' };
    const { text } = await fillIn(service, page, paths.appeals, given, { photos }).expect(422);
    expect(refs(text)).toHaveLength(1);
    expect(text).toContain('id="photos-error"');
  });

  it('keeps the photo of an offer', async () => {
    const appeal = await cases.searching();
    const address = link(paths.appeal, { id: appeal.id });
    const offer = link(paths.finds, { id: appeal.id });
    const page = await finder.get(address).expect(200);
    const photos = [await photo('#880000')];
    const refused = await fillIn(finder, page, offer, { place: '' }, { photos }).expect(422);
    const given = { place: 'Cupboard', photoAlt: ['In my cupboard'] };
    await fillIn(finder, refused, offer, given).expect(303);
    expect((await appealFor(ada, appeal.id)).finds[0]?.photo?.alt).toBe('In my cupboard');
  });
});

describe('editing', () => {
  it('moves, describes, adds and drops photos at once', async () => {
    const appeal = await cases.searching({ photos: [await photo('#990000'), await photo('#aa0000')] });
    const [first, second] = appeal.photos.map(({ id }) => id) as [string, string];
    const ref = await sendAhead(service, '#bb0000');
    const edit = link(paths.editAppeal, { id: appeal.id });
    const page = await service.get(edit).expect(200);
    expect(refs(page.text)).toEqual([first, second]);
    const form = { title: 'Donkey', story: 'Lost', channel: 'email', customerLanguage: 'en', intent: 'save' };
    const photos = { photo: [ref, second, first], photoAlt: ['New', 'Second', ''], dropPhoto: [first] };
    await service
      .post(edit)
      .type('form')
      .send({ ...form, ...photos })
      .expect(303);
    const after = await appealFor(ada, appeal.id);
    expect(after.photos.map(({ alt }) => alt)).toEqual(['New', 'Second']);
    expect([after.photos[1]?.id, await stored(first)]).toEqual([second, false]);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'appeal_edited', fields: expect.arrayContaining(['photos']) });
  });
});

describe('the sweep', () => {
  it('clears away what nobody came back for, and nothing else', async () => {
    const [old, young] = [await sendAhead(service, '#cc0000'), await sendAhead(service, '#dd0000')];
    const photoOf = async (ref: string) => (await WaitingPhotoModel.findById(ref).lean())?.photo.id ?? '';
    const [oldPhoto, youngPhoto] = [await photoOf(old), await photoOf(young)];
    await WaitingPhotoModel.updateOne({ _id: old }, { arrivedAt: new Date(Date.now() - day - 1000) });
    await sweepPhotos(test.services.photoStore);
    expect([await stored(oldPhoto), await stored(youngPhoto)]).toEqual([false, true]);
    expect([await waitingFor(service, old), await waitingFor(service, young)]).toEqual([404, 200]);
  });

  it('leaves a picture alone that somebody else shows', async () => {
    const appeal = await cases.searching({ photos: [await photo('#ee0000')] });
    const ref = await sendAhead(service, '#ee0000');
    await WaitingPhotoModel.updateOne({ _id: ref }, { arrivedAt: new Date(0) });
    await sweepPhotos(test.services.photoStore);
    expect(await stored(appeal.photos[0]?.id ?? '')).toBe(true);
  });

  it('clears away what a crash left in the workshop a day ago', async () => {
    const workshop = path.join(test.config.uploadsDir, '.incoming');
    for (const name of ['old', 'young']) await mkdir(path.join(workshop, name), { recursive: true });
    await utimes(path.join(workshop, 'old'), new Date(0), new Date(0));
    await sweepPhotos(test.services.photoStore);
    expect(await readdir(workshop)).toEqual(['young']);
  });
});
