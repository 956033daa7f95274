import { randomUUID } from 'node:crypto';
import { type Connection, Types } from 'mongoose';
import { bands, type Fingerprint } from '../../../src/domain/fingerprint';
import { appealTokens, openTokens } from '../../../src/domain/words/appeal-tokens';
import { spareTokens } from '../../../src/domain/words/spare-tokens';
import { fingerprintRecord } from '../../../src/matching/fingerprints';
import { type Description, descriptions } from './descriptions';
import { fingerprintsOf } from './fingerprints';

const batch = 1000;
/** Every fifth appeal has a photo. */
export const photoEvery = 5;

/** @param place among the appeals with a photo */
export const photoIdOf = (number: number) => `photo ${number}`;

const dayMs = 24 * 60 * 60_000;

/** Writes as many appeals, a fifth of them with a photo, and a tenth as many spares, as years of work would leave. */
export async function fill(connection: Connection, size: number): Promise<void> {
  await write(
    connection,
    'appeals',
    descriptions(size, 1).map((one, place) => appealOf(one, place, size)),
  );
  await write(
    connection,
    'spares',
    descriptions(Math.ceil(size / 10), 2).map((one, place) => spareOf(one, place, size)),
  );
  const looks = fingerprintsOf(Math.ceil(size / photoEvery), 3);
  await write(
    connection,
    'photofingerprints',
    looks.map((look, place) => ({ _id: photoIdOf(place), ...fingerprintRecord(look), filed: true })),
  );
  await write(connection, 'photobands', bandRecords(looks));
}

function bandRecords(looks: readonly Fingerprint[]): object[] {
  const photos = new Map<number, string[]>();
  for (const [place, look] of looks.entries())
    for (const number of bands(look)) photos.set(number, [...(photos.get(number) ?? []), photoIdOf(place)]);
  return [...photos].map(([_id, named]) => ({ _id, photos: named }));
}

async function write(connection: Connection, collection: string, records: object[]): Promise<void> {
  for (let start = 0; start < records.length; start += batch)
    await connection.collection(collection).insertMany(records.slice(start, start + batch));
}

/** Evenly over three years, to now. */
function dayOf(place: number, size: number): Date {
  return new Date(Date.now() - 3 * 365 * dayMs * (1 - place / size));
}

function appealOf({ title, story, place }: Description, number: number, size: number) {
  const words = { title, story, place, sought: [], hashtags: [] };
  const status = number % 5 === 0 ? 'searching' : 'closed';
  const tokens = appealTokens({ kind: 'item', ...words });
  const at = dayOf(number, size);
  const event = { id: randomUUID(), at, actor: { kind: 'account', id: 'agent' } };
  return {
    _id: new Types.ObjectId(),
    kind: 'item',
    status,
    outcome: number % 5 === 0 ? null : 'happy',
    version: 2,
    channel: 'email',
    ...words,
    lostOn: '',
    reward: '',
    photos: number % photoEvery === 0 ? [{ id: photoIdOf(number / photoEvery), width: 1200, height: 900 }] : [],
    finds: [],
    shipments: [],
    timeline: [
      { ...event, type: 'appeal_opened' },
      { ...event, id: randomUUID(), type: 'appeal_published' },
    ],
    followers: [],
    openedBy: 'agent',
    openedAt: at,
    publishedAt: at,
    mergedInto: null,
    tokens,
    openTokens: openTokens(status, tokens),
    findTokens: [],
  };
}

function spareOf({ title, story, place }: Description, number: number, size: number) {
  const at = dayOf(number, size / 10);
  const said = { title, words: story, attributes: [], tags: [], place };
  return {
    _id: new Types.ObjectId(),
    ...said,
    version: 1,
    condition: 'good',
    quantity: 1,
    free: 1,
    holder: 'holder',
    nameForCustomer: false,
    photos: [],
    entryId: null,
    appeal: null,
    reservations: [],
    shelvedAt: at,
    confirmedAt: at,
    withdrawnAt: null,
    settleAt: null,
    remindAt: null,
    tokens: spareTokens(said),
  };
}
