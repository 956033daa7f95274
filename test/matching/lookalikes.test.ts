import { editAppeal } from '../../src/appeals/edit-appeal';
import { awaitForm } from '../../src/appeals/waiting-photos';
import { fingerprintVersion, looksAlike } from '../../src/domain/fingerprint';
import { fingerprintOfPhoto } from '../../src/matching/fingerprints';
import { lookalikes } from '../../src/matching/lookalikes';
import { renewFingerprints } from '../../src/matching/renew-fingerprints';
import { ensureFingerprints } from '../../src/matching/take-fingerprints';
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

async function found(photoId: string) {
  const fingerprint = await fingerprintOfPhoto(photoId);
  if (!fingerprint) throw new Error('no fingerprint');
  return lookalikes(fingerprint, { except: [photoId] });
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
});

test('fingerprints that are missing, old or not to be found are taken again, and only those', async () => {
  const [missing, old, lost] = [await photoOf(6, 'plain'), await photoOf(7, 'plain'), await photoOf(10, 'plain')];
  const before = await fingerprintOfPhoto(missing);
  await FingerprintModel.deleteOne({ _id: missing });
  await FingerprintModel.updateOne({ _id: old }, { version: fingerprintVersion - 1 });
  await FingerprintModel.updateOne({ _id: lost }, { $unset: { spotBands: 1, lookBands: 1 } });
  expect(await fingerprintOfPhoto(old)).toBeNull();
  const reported: number[] = [];
  const renew = () => renewFingerprints(app.services.photoStore, (count) => reported.push(count));
  expect(await renew()).toEqual({ renewed: 3, missing: [] });
  expect(await renew()).toEqual({ renewed: 0, missing: [] });
  expect(reported).toEqual([1, 2, 3]);
  expect(await fingerprintOfPhoto(old)).not.toBeNull();

  const [nearest] = before ? await lookalikes(before) : [];
  expect(nearest?.photoId).toBe(missing);
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
