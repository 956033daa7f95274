import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { photoFileNames } from '../../src/photos/photo-files';
import { shelveFind } from '../../src/shelf/shelve-find';
import { lyingPng } from '../photos/pictures';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { unescaped } from '../support/html';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let browsers: Record<'nobody' | 'colleague' | 'finder' | 'agent', TestAgent>;
beforeAll(async () => {
  // A folder that a cautious file server would not look into.
  test = await startTestApp({ UPLOADS_DIR: `${await mkdtemp(path.join(tmpdir(), 'fundus-test-'))}/.uploads` });
  ada = await agent();
  const finn = await colleague();
  cases = casesOf(test.services, { agent: ada, finder: finn });
  browsers = {
    nobody: browser(test.app),
    colleague: await signIn(test.app, await colleague()),
    finder: await signIn(test.app, finn),
    agent: await signIn(test.app, ada),
  };
});
afterAll(async () => {
  await rm(path.dirname(test.config.uploadsDir), { recursive: true });
  await test.stop();
});

const photoOf = (appeal: Appeal) => appeal.photos[0]?.id ?? '';
const photoOfFind = (appeal: Appeal) => appeal.finds[0]?.photo?.id ?? '';
const addressOf = ({ id }: Appeal, photoId: string, file = 'small.webp') => link(paths.photo, { id, photoId, file });

async function expectSeenBy(address: string, seen: readonly (keyof typeof browsers)[]): Promise<void> {
  for (const [name, visitor] of Object.entries(browsers)) {
    const { status } = await visitor.get(address);
    const hidden = name === 'nobody' ? 303 : 404;
    expect([name, status]).toEqual([name, seen.some((one) => one === name) ? 200 : hidden]);
  }
}

describe('a photo is seen', () => {
  it('by agents alone while the appeal is a draft', async () => {
    const draft = await cases.draft({ photos: [await photo('#101010')] });
    await expectSeenBy(addressOf(draft, photoOf(draft)), ['agent']);
    const token = await tokenOf(test.services, draft);
    await browsers.nobody
      .get(link(paths.statusPhoto, { token, photoId: photoOf(draft), file: 'small.webp' }))
      .expect(404);
  });

  it('by all colleagues and the customer once it is published', async () => {
    const appeal = await cases.searching({ photos: [await photo('#202020')] });
    await expectSeenBy(addressOf(appeal, photoOf(appeal)), ['colleague', 'finder', 'agent']);
    const token = await tokenOf(test.services, appeal);
    await browsers.nobody
      .get(link(paths.statusPhoto, { token, photoId: photoOf(appeal), file: 'small.webp' }))
      .expect(200);
  });

  it('by the finder and agents when it is of a find, until it is on the shelf', async () => {
    const appeal = await cases.delivered({ findPhotos: [await photo('#303030')] });
    const photoId = photoOfFind(appeal);
    await expectSeenBy(addressOf(appeal, photoId), ['finder', 'agent']);
    const token = await tokenOf(test.services, appeal);
    await browsers.nobody.get(link(paths.statusPhoto, { token, photoId, file: 'small.webp' })).expect(404);
    const { timeline } = await shelveFind(by(ada, appeal), findIn(appeal), 'Shelf');
    const shelved = timeline.at(-1);
    const spareId = shelved?.type === 'surplus_shelved' ? shelved.spareId : '';
    await expectSeenBy(link(paths.sparePhoto, { spareId, photoId, file: 'small.webp' }), [
      'colleague',
      'finder',
      'agent',
    ]);
    await expectSeenBy(addressOf(appeal, photoId), ['finder', 'agent']);
  });

  it('by nobody through another appeal', async () => {
    const [one, two] = [await cases.searching({ photos: [await photo('#404040')] }), await cases.searching()];
    await expectSeenBy(addressOf(two, photoOf(one)), []);
  });
});

describe('a photo file', () => {
  it('is none under any other name', async () => {
    const appeal = await cases.searching({ photos: [await photo('#505050')] });
    for (const file of ['huge.webp', 'small.png', 'small', '..%2Fsmall.webp', '.', '%00', 'SMALL.WEBP'])
      await browsers.agent.get(addressOf(appeal, photoOf(appeal)).replace('small.webp', file)).expect(404);
    for (const photoId of ['x', '..', 'A'.repeat(64), 'f'.repeat(64)])
      await browsers.agent.get(addressOf(appeal, photoId)).expect(404);
  });

  it('is not there when the disk has lost it, and that is no fault', async () => {
    const appeal = await cases.searching({ photos: [await photo('#606060')] });
    await test.services.photoStore.remove(photoOf(appeal));
    await browsers.agent.get(addressOf(appeal, photoOf(appeal))).expect(404);
  });

  it.each(photoFileNames)('is a picture without metadata, kept by this browser alone: %s', async (file) => {
    const appeal = await cases.searching({ photos: [await photo('#707070')] });
    const { headers, body } = await browsers.colleague.get(addressOf(appeal, photoOf(appeal), file)).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const { format, exif, width } = await sharp(body as Buffer).metadata();
    expect([format, exif, width]).toEqual(['jpeg', undefined, 12]);
  });
});

describe('an AVIF', () => {
  const untilMade = async (address: string): Promise<Response> => {
    for (;;) {
      const response = await browsers.colleague.get(address).expect(200);
      if (response.headers['content-type'] === 'image/avif') return response;
      expect(response.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-cache' });
    }
  };

  it('is offered first, and kept by the browser once it is made', async () => {
    const appeal = await cases.searching({ photos: [await photo('#717171')] });
    const address = addressOf(appeal, photoOf(appeal), 'small.avif');
    const page = await browsers.colleague.get(link(paths.appeal, { id: appeal.id })).expect(200);
    const types = page.text.split('<picture')[1]?.split('</picture>')[0];
    expect(types?.match(/image\/\w+/g)).toEqual(['image/avif', 'image/webp']);
    expect(types).toContain(`${address} 12w`);
    const { headers, body } = await untilMade(address);
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
    const { compression, exif, width } = await sharp(body as Buffer).metadata();
    expect([compression, exif, width]).toEqual(['av1', undefined, 12]);
  });

  it('is seen by those who see the photo, and by nobody else', async () => {
    const draft = await cases.draft({ photos: [await photo('#727272')] });
    await expectSeenBy(addressOf(draft, photoOf(draft), 'large.avif'), ['agent']);
  });
});

describe('a photo is refused, and what was typed is kept', () => {
  const typed = { title: 'Plush donkey', story: 'Typed with care', intent: 'publish' };
  const large = Buffer.alloc(16 * 1024 * 1024, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));

  it.each([
    ['no picture at all', 'photo.notAPicture', Buffer.from('%PDF-1.7')],
    ['a drawing', 'photo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['too large', 'photo.tooLarge', large],
    ['a small file of 900 megapixels', 'photo.tooManyPixels', lyingPng(30_000, 30_000)],
  ])('when it is %s', async (_, key, bytes) => {
    const before = await AppealModel.countDocuments();
    const page = await browsers.agent.get(paths.newAppeal).expect(200);
    const photos = [await photo('#808080'), { fileName: 'esel.jpg', bytes }];
    const { status, text } = await fillIn(browsers.agent, page, paths.appeals, typed, { photos });
    expect(status).toBe(422);
    expect(unescaped(text)).toContain(t(key, { fileName: 'esel.jpg', megabytes: 15, megapixels: 50 }));
    expect(text).toContain('id="photos-error"');
    expect(text).toContain('Typed with care');
    expect(await AppealModel.countDocuments()).toBe(before);
  });

  it('when there are more than six', async () => {
    const page = await browsers.agent.get(paths.newAppeal).expect(200);
    const photos = await Promise.all([...'1234567'].map((digit) => photo(`#${digit}00${digit}00`)));
    const { status, text } = await fillIn(browsers.agent, page, paths.appeals, typed, { photos });
    expect([status, text.includes('Typed with care')]).toEqual([422, true]);
    expect(unescaped(text)).toContain(t('photo.tooMany', { mostPhotos: 6 }));
  });

  it('when it comes with a find, and is said beside the field', async () => {
    const appeal = await cases.searching();
    const page = await browsers.finder.get(link(paths.appeal, { id: appeal.id })).expect(200);
    const given = { place: 'My cupboard', quantity: '3', condition: 'worn', nameForCustomer: 'yes' };
    const files = { photos: [{ fileName: 'esel.jpg', bytes: Buffer.from('no picture') }] };
    const { status, text } = await fillIn(browsers.finder, page, link(paths.finds, { id: appeal.id }), given, files);
    expect(status).toBe(422);
    expect(unescaped(text)).toContain(t('photo.notAPicture', { fileName: 'esel.jpg' }));
    expect(text).toContain('id="offer-photos-error"');
    expect(text).toMatch(/value="My cupboard"/);
    expect(text).toMatch(/name="quantity"[^>]* value="3"/);
    expect(text).toMatch(/value="worn"[^>]* checked/);
    expect(text).toMatch(/name="nameForCustomer"[^>]* checked/);
    expect((await appealFor(ada, appeal.id)).finds).toEqual([]);
  });

  it('when it comes under a name nobody asked for', async () => {
    const { bytes } = await photo();
    const form = browsers.agent.post(paths.appeals).field('title', 'Plush donkey').attach('passport', bytes, 'a.png');
    await form.expect(400);
  });
});
