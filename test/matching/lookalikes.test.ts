import { editAppeal } from '../../src/appeals/edit-appeal';
import { awaitForm } from '../../src/appeals/waiting-photos';
import { bands, fingerprintVersion, firstNumber, looksAlike } from '../../src/domain/fingerprint';
import { fileUnder, mostInCommon, takeOut } from '../../src/matching/bands';
import { fingerprintOfPhoto, forgetFingerprints, rememberFingerprint } from '../../src/matching/fingerprints';
import { lookalikes } from '../../src/matching/lookalikes';
import { renewFingerprints } from '../../src/matching/renew-fingerprints';
import { ensureFingerprints } from '../../src/matching/take-fingerprints';
import { BandModel } from '../../src/models/photo-band';
import { FingerprintModel } from '../../src/models/photo-fingerprint';
import { photograph, type TakeKind } from '../fixtures/evaluation/takes';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { edited } from '../support/commands';
import { eventually } from '../support/eventually';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let app: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  app = await startTestApp();
  cases = casesOf(app.services, { agent, finder: person('finder') });
});
afterAll(() => app.stop());

const shot = async (thing: number, kind: TakeKind) => ({
  fileName: `${thing}.jpg`,
  bytes: await photograph(thing, kind, thing * 10 + kind.length),
});

async function photoOf(thing: number, kind: TakeKind): Promise<string> {
  const appeal = await cases.draft({ photos: [await shot(thing, kind)] });
  return appeal.photos[0]?.id ?? '';
}

const bandsOf = (photos: string) => BandModel.countDocuments({ photos });

async function known(photoId: string) {
  const fingerprint = await fingerprintOfPhoto(photoId);
  if (!fingerprint) throw new Error('no fingerprint');
  return fingerprint;
}

async function found(photoId: string) {
  return lookalikes(await known(photoId), { except: [photoId] });
}

test('another photo of the same thing comes first, with its similarity', async () => {
  const known = await photoOf(5, 'plain');
  for (const other of [1, 2, 4]) await photoOf(other, 'plain');
  const [first, second] = await found(await photoOf(5, 'turn'));
  expect(first?.photoId).toBe(known);
  expect(first?.similarity).toBeGreaterThan(looksAlike);
  expect(second?.similarity ?? 0).toBeLessThan(looksAlike);
});

test('a photo nobody shows any more is not found', async () => {
  const appeal = await cases.draft({ photos: [await shot(3, 'plain')] });
  const [photo] = appeal.photos;
  await editAppeal(by(agent, appeal), { ...edited(appeal), keptPhotos: [] }, [], app.services.photoStore);
  expect(await fingerprintOfPhoto(photo?.id ?? '')).toBeNull();
  expect(await BandModel.exists({ photos: photo?.id })).toBeNull();
});

test('fingerprints that are missing, old or not filed are taken again, and only those; what was filed by an older version goes', async () => {
  const [missing, old, lost] = [await photoOf(6, 'plain'), await photoOf(7, 'plain'), await photoOf(10, 'plain')];
  const before = await fingerprintOfPhoto(missing);
  await FingerprintModel.deleteOne({ _id: missing });
  await FingerprintModel.updateOne({ _id: old }, { version: fingerprintVersion - 1 });
  await FingerprintModel.updateOne({ _id: lost }, { filed: false });
  await BandModel.updateMany({ photos: lost }, { $pull: { photos: lost } });
  await BandModel.create({ _id: firstNumber - 1, photos: [old] });
  expect(await fingerprintOfPhoto(old)).toBeNull();
  const reported: number[] = [];
  const renew = () => renewFingerprints(app.services.photoStore, (count) => reported.push(count));
  expect(await renew()).toEqual({ renewed: 3, missing: [] });
  expect(await renew()).toEqual({ renewed: 0, missing: [] });
  expect(reported).toEqual([1, 2, 3]);
  expect(await fingerprintOfPhoto(old)).not.toBeNull();

  const [nearest] = before ? await lookalikes(before) : [];
  expect(nearest?.photoId).toBe(missing);
  expect(await bandsOf(lost)).toBeGreaterThan(0);
  expect(await BandModel.exists({ _id: firstNumber - 1 })).toBeNull();
});

test('a photo that was not filed to the end is filed when it is wanted, and forgotten whole', async () => {
  const photoId = await photoOf(11, 'plain');
  const fingerprint = await known(photoId);
  const power = jest.spyOn(BandModel.collection, 'bulkWrite').mockRejectedValueOnce(new Error('no power'));
  await expect(rememberFingerprint(photoId, fingerprint)).rejects.toThrow('no power');
  power.mockRestore();
  expect(await bandsOf(photoId)).toBe(0);

  await ensureFingerprints(app.services.photoStore, [photoId]);
  expect(await bandsOf(photoId)).toBe(bands(await known(photoId)).length);
  await FingerprintModel.updateOne({ _id: photoId }, { filed: false });
  await forgetFingerprints([photoId]);
  expect(await bandsOf(photoId)).toBe(0);
});

test('photos filed at the same moment are all named in the bands they share', async () => {
  const numbers = Array.from({ length: 50 }, (_, place) => 2 ** 40 + place);
  const ids = Array.from({ length: 8 }, (_, place) => `photo ${place}`);
  await Promise.all(ids.map((id) => fileUnder(id, numbers)));
  expect((await mostInCommon(numbers, 100, 10)).sort()).toEqual(ids);
  await Promise.all(ids.map((id) => takeOut(id, numbers)));
  expect(await BandModel.countDocuments({ _id: { $in: numbers } })).toBe(0);
});

test('a photo sent ahead is looked at once its sender has seen it, and at once when somebody asks', async () => {
  const { photoStore } = app.services;
  const sendAhead = async (thing: number) => (await awaitForm(agent, await shot(thing, 'plain'), photoStore)).photo.id;
  const [first, second] = [await sendAhead(8), await sendAhead(9)];
  expect(await fingerprintOfPhoto(second)).toBeNull();
  await ensureFingerprints(photoStore, [second]);
  expect(await fingerprintOfPhoto(second)).not.toBeNull();
  await eventually('the fingerprint of the first', async () => (await fingerprintOfPhoto(first)) ?? undefined);
});
