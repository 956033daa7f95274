import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { follow, unfollow } from '../../../src/appeals/follow';
import { giveLead } from '../../../src/appeals/give-lead';
import { openAppeal } from '../../../src/appeals/open-appeal';
import { publish } from '../../../src/appeals/publish';
import { readConfig } from '../../../src/config';
import { createStatusLinks } from '../../../src/customers/status-links';
import { type Account, createAccount } from '../../../src/people/accounts';
import { createPhotoStore } from '../../../src/photos/photo-store';
import { connectStore } from '../../../src/store/connect';
import { startApplication } from './application';
import { manySessions } from './sessions';
import { openViewers } from './viewers';

export interface Load {
  readonly viewers: number;
  readonly seconds: number;
  readonly changesPerSecond: number;
  readonly appeals: number;
}

export interface Measured {
  readonly changes: number;
  /** Pairs of a viewer and a case whose last change that viewer never heard of. */
  readonly missed: number;
  /** From the last change of a case to each viewer's hearing of it, in milliseconds. */
  readonly delays: readonly number[];
  /** Of the application's process: before anybody listens, with all listening, in the middle, at the end. */
  readonly memory: Readonly<Record<'alone' | 'start' | 'middle' | 'end', NodeJS.MemoryUsage>>;
}

/** A reading every second, and a machine that is busy. */
const patienceMs = 15_000;
const email = 'viewer@fundus.example';

/**
 * Lets many viewers listen to the real application while cases change.
 * @param server URI of a database of its own; undefined: an embedded store
 */
export async function measureLive(load: Load, server?: string): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-live-'));
  const place = { DATA_DIR: path.join(folder, 'data'), UPLOADS_DIR: path.join(folder, 'uploads') };
  const store = await connectStore(readConfig({ ...place, ...(server && { MONGODB_URI: server }) }));
  const secret = randomBytes(32).toString('hex');
  const password = randomBytes(12).toString('hex');
  const environment = { SESSION_SECRET: secret, MONGODB_URI: server ?? store.uri, PORT: '0', HOST: '127.0.0.1' };
  try {
    const account = await createAccount({ name: 'Vera Viewer', email, password, roles: ['agent'] });
    const ids = await publishedAppeals(account, load.appeals, folder);
    const app = await startApplication({ ...environment, ...place, DEMO_DATA: 'false' });
    try {
      const alone = await app.memory();
      const given = { email, password, secret, count: load.viewers };
      const viewers = await openViewers(app.address, await manySessions(store.connection, app.address, given));
      const start = await app.memory();
      const half = { ...load, seconds: load.seconds / 2 };
      const first = await change(account, ids, half);
      const middle = await app.memory();
      const last = new Map([...first.last, ...(await change(account, ids, half)).last]);
      const missed = await missedBy(viewers.heard, last);
      const end = await app.memory();
      const delays = viewers.heard.flatMap((heard) => [...last].map(([id, at]) => (heard.get(id) ?? at) - at));
      viewers.hangUp();
      return { changes: 2 * first.count, missed, delays, memory: { alone, start, middle, end } };
    } finally {
      await app.stop();
    }
  } finally {
    if (server) await store.connection.dropDatabase();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishedAppeals(actor: Account, count: number, folder: string): Promise<string[]> {
  const services = { photoStore: createPhotoStore(folder), statusLinks: createStatusLinks('a secret of this run') };
  const nothing = { place: '', lostOn: '', hashtags: [], reward: '', sought: [] };
  const customer = {
    name: '',
    handle: '',
    email: '',
    address: '',
    language: 'en',
    originalWords: '',
    postUrl: '',
  } as const;
  const ids = [];
  for (let number = 0; number < count; number++) {
    const words = { ...nothing, title: `Thing ${number}`, story: 'Lost on a trip' };
    const { id } = await openAppeal(actor, { kind: 'item', channel: 'email', words, customer }, [], services);
    await publish({ actor, appealId: id });
    ids.push(id);
  }
  return ids;
}

/** Changes one case after the other, at a steady pace. @returns when each was changed last */
async function change(actor: Account, ids: readonly string[], { seconds, changesPerSecond }: Load) {
  const last = new Map<string, number>();
  const [begin, count] = [Date.now(), Math.round(seconds * changesPerSecond)];
  for (let number = 0; number < count; number++) {
    const appealId = ids[Math.floor(Math.random() * ids.length)] ?? '';
    // Somebody may hear of it before we know that it is written.
    last.set(appealId, Date.now());
    if (number % 10 === 0) await giveLead({ actor, appealId }, 'Ask at the fair');
    else if (number % 2 === 0) await follow(actor, appealId);
    else await unfollow(actor, appealId);
    const early = begin + ((number + 1) * 1000) / changesPerSecond - Date.now();
    if (early > 0) await setTimeout(early);
  }
  return { last, count };
}

/** Waits as long as somebody still has something to hear of. */
async function missedBy(
  heard: readonly ReadonlyMap<string, number>[],
  last: ReadonlyMap<string, number>,
): Promise<number> {
  const count = () =>
    heard.reduce((sum, own) => sum + [...last].filter(([id, at]) => (own.get(id) ?? 0) < at).length, 0);
  const giveUpAt = Date.now() + patienceMs;
  while (count() > 0 && Date.now() < giveUpAt) await setTimeout(250);
  return count();
}
