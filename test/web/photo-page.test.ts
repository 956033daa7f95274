import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { approvalOf } from '../../src/domain/approval';
import type { Region } from '../../src/domain/photo';
import { translator } from '../../src/i18n/translator';
import { fingerprintOfPhoto } from '../../src/matching/fingerprints';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { derivedFileNames, photoFileNames } from '../../src/photos/photo-files';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { unescaped } from '../support/html';
import { photo, twoColours } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let ada: Account;
let cases: ReturnType<typeof casesOf>;
let browsers: Record<'colleague' | 'agent' | 'nobody', TestAgent>;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  cases = casesOf(test.services, { agent: ada, finder: await colleague() });
  browsers = {
    colleague: await signIn(test.app, await colleague()),
    agent: await signIn(test.app, ada),
    nobody: browser(test.app),
  };
});
afterAll(() => test.stop());

const middle = { left: '20', top: '10,5', width: '60', height: '75.25' };
const firstOf = ({ photos }: Appeal) => {
  const [first] = photos;
  if (!first) throw new Error('the case has no photo');
  return first;
};
const again = ({ id }: Appeal) => appealFor(ada, id);
const fileOf = ({ id }: Appeal, photoId: string, file = 'large.jpg') => link(paths.photo, { id, photoId, file });

/** Fills in one of the forms on the page of a case's first photo. */
async function onPage(
  appeal: Appeal,
  pattern: (typeof paths)['photoBlur' | 'photoDescription' | 'photoOriginal' | 'photoRemoval'],
  given: Record<string, string> = {},
) {
  const values = { id: appeal.id, photoId: firstOf(appeal).id };
  const page = await browsers.agent.get(link(paths.editPhoto, values)).expect(200);
  return fillIn(browsers.agent, page, link(pattern, values), given);
}

/** Largest difference within a part of a picture. Sharp tells of the whole of what it opens, so the part is cut out first. */
async function contrastIn(bytes: Buffer, part: Region): Promise<number> {
  const cut = await sharp(bytes).extract(part).png().toBuffer();
  const { channels } = await sharp(cut).stats();
  return Math.max(...channels.map(({ max, min }) => max - min));
}

let colours = 0;
async function searching(): Promise<Appeal> {
  colours += 1;
  return cases.searching({ photos: [await twoColours(`#2000${10 + colours}`), await photo(`#2100${10 + colours}`)] });
}

async function blurred(): Promise<{ before: Appeal; after: Appeal }> {
  const before = await searching();
  expect((await onPage(before, paths.photoBlur, middle)).status).toBe(303);
  return { before, after: await again(before) };
}

describe('blurring a part of a photo', () => {
  it('puts another picture in its place, and keeps the original for agents', async () => {
    const { before, after } = await blurred();
    const [old, shown] = [firstOf(before), firstOf(after)];
    expect(shown).toMatchObject({ width: 240, height: 160, original: { id: old.id, width: 240, height: 160 } });
    expect(shown.blurred).toEqual([{ left: 20, top: 10.5, width: 60, height: 75.25 }]);
    expect(shown.id).not.toBe(old.id);
    expect(after.photos.slice(1)).toEqual(before.photos.slice(1));
    expect(after.timeline.at(-1)).toMatchObject({ type: 'appeal_edited', fields: ['photos'] });
    expect(await fingerprintOfPhoto(shown.id)).not.toBeNull();
  });

  it('closes the old addresses to everybody but agents', async () => {
    const { before, after } = await blurred();
    const [old, shown] = [firstOf(before).id, firstOf(after).id];
    await browsers.agent.get(fileOf(after, old)).expect(200);
    for (const file of [...photoFileNames, ...derivedFileNames]) {
      await browsers.colleague.get(fileOf(after, old, file)).expect(404);
      await browsers.colleague.get(fileOf(after, shown, file)).expect(200);
    }
    const token = await tokenOf(test.services, after);
    const ofStatus = (photoId: string) => link(paths.statusPhoto, { token, photoId, file: 'large.jpg' });
    await browsers.nobody.get(ofStatus(old)).expect(404);
    await browsers.nobody.get(ofStatus(shown)).expect(200);
    const { text } = await browsers.colleague.get(link(paths.appeal, { id: after.id })).expect(200);
    expect([text.includes(shown), text.includes(old)]).toEqual([true, false]);
  });

  it('leaves nothing of what was there in the part, and the rest as it was', async () => {
    const { after } = await blurred();
    const { body } = await browsers.colleague.get(fileOf(after, firstOf(after).id)).expect(200);
    // The edge between the two colours ran through here.
    expect(await contrastIn(body as Buffer, { left: 50, top: 20, width: 20, height: 100 })).toBeLessThan(120);
    expect(await contrastIn(body as Buffer, { left: 58, top: 60, width: 4, height: 20 })).toBeLessThan(40);
    expect(await contrastIn(body as Buffer, { left: 58, top: 1, width: 4, height: 8 })).toBeGreaterThan(150);
  });

  it('is done anew from the original, and undone', async () => {
    const { before, after } = await blurred();
    const first = firstOf(after).id;
    await onPage(after, paths.photoBlur, { left: '0', top: '0', width: '30', height: '100' });
    const anew = await again(after);
    expect(firstOf(anew).original?.id).toBe(firstOf(before).id);
    expect(await test.services.photoStore.exists(first)).toBe(false);
    expect((await onPage(anew, paths.photoOriginal)).status).toBe(303);
    const undone = await again(after);
    expect(undone.photos).toEqual(before.photos);
    expect(await test.services.photoStore.exists(firstOf(anew).id)).toBe(false);
    expect(await fingerprintOfPhoto(firstOf(anew).id)).toBeNull();
    await browsers.colleague.get(fileOf(undone, firstOf(undone).id)).expect(200);
  });

  it('keeps the original when the appeal is edited, and drops it when the photo goes', async () => {
    const { before, after } = await blurred();
    const address = link(paths.editAppeal, { id: after.id });
    const page = await browsers.agent.get(address).expect(200);
    await fillIn(browsers.agent, page, address, { title: 'Another title', intent: 'save' }).expect(303);
    expect(firstOf(await again(after))).toEqual(firstOf(after));
    const gone = await browsers.agent.get(address).expect(200);
    await fillIn(browsers.agent, gone, address, { photo: [''], intent: 'save' }).expect(303);
    const { photoStore } = test.services;
    for (const { id } of [firstOf(before), firstOf(after)]) expect(await photoStore.exists(id)).toBe(false);
  });

  it.each([
    ['photo.edit.nothingMarked', { left: '' }],
    ['photo.edit.percent', { left: '10', top: '10', width: '10' }],
    ['photo.edit.percent', { ...middle, left: '-5' }],
    ['photo.edit.percent', { ...middle, left: '1e1' }],
    ['photo.edit.percent', { ...middle, top: '101' }],
    ['photo.edit.outside', { ...middle, left: '70.5' }],
    ['photo.edit.outside', { ...middle, height: '0' }],
  ])('is refused with %s, and what was typed is kept: %j', async (key, typed) => {
    const appeal = await searching();
    const { status, text } = await onPage(appeal, paths.photoBlur, typed);
    expect(status).toBe(422);
    expect(unescaped(text)).toContain(t(key));
    for (const [name, value] of Object.entries(typed)) expect(text).toContain(`name="${name}" value="${value}"`);
    expect(await again(appeal)).toEqual(appeal);
  });

  it('changes nothing of a part of one colour', async () => {
    const before = await cases.searching({ photos: [await photo('#ffffff')] });
    await onPage(before, paths.photoBlur, middle);
    expect((await again(before)).photos).toEqual(before.photos);
  });

  it('is not done to a photo the disk has lost', async () => {
    const appeal = await searching();
    await test.services.photoStore.remove(firstOf(appeal).id);
    expect((await onPage(appeal, paths.photoBlur, middle)).status).toBe(404);
    expect(await again(appeal)).toEqual(appeal);
  });

  it('loses against somebody who took the photo away', async () => {
    const appeal = await searching();
    const values = { id: appeal.id, photoId: firstOf(appeal).id };
    const page = await browsers.agent.get(link(paths.editPhoto, values)).expect(200);
    await onPage(appeal, paths.photoRemoval);
    const before = await readdir(test.config.uploadsDir, { recursive: true });
    const action = link(paths.photoOriginal, values);
    const late = page.text.replaceAll(link(paths.photoRemoval, values), action);
    await fillIn(browsers.agent, { text: late }, action).expect(409);
    await fillIn(browsers.agent, page, link(paths.photoBlur, values), middle).expect(404);
    expect(await readdir(test.config.uploadsDir, { recursive: true })).toEqual(before);
  });
});

describe('describing a photo afterwards', () => {
  it('changes its words alone, for everybody who sees the appeal', async () => {
    const { after: before } = await blurred();
    expect((await onPage(before, paths.photoDescription, { photoAlt: ' A grey\ndonkey ' })).status).toBe(303);
    const after = await again(before);
    expect(after.photos).toEqual([{ ...firstOf(before), alt: 'A grey donkey' }, ...before.photos.slice(1)]);
    expect(after.timeline.slice(before.timeline.length)).toMatchObject([{ type: 'appeal_edited', fields: ['photos'] }]);
    const page = await browsers.colleague.get(link(paths.appeal, { id: after.id })).expect(200);
    const token = await tokenOf(test.services, after);
    const status = await browsers.nobody.get(link(paths.status, { token })).expect(200);
    for (const { text } of [page, status]) expect(text).toContain('alt="A grey donkey"');
  });

  it('can be taken back, and then has the usual words', async () => {
    const before = await searching();
    await onPage(before, paths.photoDescription, { photoAlt: 'A grey donkey' });
    await onPage(before, paths.photoDescription, { photoAlt: '' });
    const { text } = await browsers.colleague.get(link(paths.appeal, { id: before.id })).expect(200);
    expect(text).not.toContain('A grey donkey');
    expect(unescaped(text)).toContain(`alt="${t('appeal.firstPhoto', { title: before.title })}"`);
  });

  it('is no edit when the words stay as they were', async () => {
    const before = await searching();
    expect((await onPage(before, paths.photoDescription)).status).toBe(303);
    expect(await again(before)).toEqual(before);
  });

  it('makes the customer’s agreement void, like every other change of what colleagues see', async () => {
    const before = await cases.agreed({ photos: [await photo('#220001')] });
    await onPage(before, paths.photoDescription);
    expect(approvalOf(await again(before))).toBe('given');
    await onPage(before, paths.photoDescription, { photoAlt: 'Her child, with the donkey' });
    expect(approvalOf(await again(before))).toBe('void');
    await browsers.colleague.get(link(paths.appeal, { id: before.id })).expect(404);
  });

  it('refuses what is too long, and keeps it in its field', async () => {
    const before = await searching();
    const tooLong = 'donkey '.repeat(50).trim();
    const { status, text } = await onPage(before, paths.photoDescription, { photoAlt: tooLong });
    expect(status).toBe(422);
    expect(text).toContain(tooLong);
    expect(text.split(t('error.field.tooLong'))).toHaveLength(3);
    expect(await again(before)).toEqual(before);
  });

  it('finds no photo that is gone', async () => {
    const before = await searching();
    const values = { id: before.id, photoId: firstOf(before).id };
    const page = await browsers.agent.get(link(paths.editPhoto, values)).expect(200);
    await onPage(before, paths.photoRemoval);
    await fillIn(browsers.agent, page, link(paths.photoDescription, values), { photoAlt: 'Late' }).expect(404);
  });
});

describe('deleting one photo', () => {
  it('takes it from the case and from the disk, with its original', async () => {
    const { before, after } = await blurred();
    expect((await onPage(after, paths.photoRemoval)).status).toBe(303);
    expect((await again(after)).photos).toEqual(before.photos.slice(1));
    for (const { id } of [firstOf(before), firstOf(after)]) {
      expect(await test.services.photoStore.exists(id)).toBe(false);
      expect(await readdir(path.join(test.config.uploadsDir, id.slice(0, 2)))).not.toContain(id);
    }
  });

  it('leaves it on the disk while another case shows it', async () => {
    const picture = await photo('#204060');
    const [one, other] = [await cases.searching({ photos: [picture] }), await cases.searching({ photos: [picture] })];
    await onPage(one, paths.photoRemoval);
    expect((await again(one)).photos).toEqual([]);
    await browsers.colleague.get(fileOf(other, firstOf(other).id)).expect(200);
  });

  it('is done even when the case is over', async () => {
    const over = await cases.closedHappy({ photos: [await photo('#204061')] });
    expect((await onPage(over, paths.photoRemoval)).status).toBe(303);
    expect(await again(over)).toMatchObject({ status: 'closed', photos: [] });
  });
});
