import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import type { MessageState } from '../../src/domain/message';
import { SpareModel } from '../../src/models/spare';
import { WatchModel } from '../../src/models/watch';
import { link, paths } from '../../src/paths';
import type { Authenticator } from '../../src/people/authenticator';
import { type Route, routesFor } from '../../src/routes';
import type { Services } from '../../src/services';
import { shelveFind } from '../../src/shelf/shelve-find';
import { by, casesOf, findIn, tokenOf } from './cases';
import { update } from './commands';
import { copyOf } from './copies';
import { photo } from './photos';
import { type Sample, sampleFor } from './samples';

/** The table of routes, for reading; its handlers have nothing to work with. */
export const allRoutes = routesFor({} as Services, {} as Authenticator);

/** A route's sample, with a case of its own to be about. */
export interface Prepared {
  appeal: Appeal;
  url: string;
  form: Sample['form'];
}

/** Prepares requests that succeed when the right person makes them. */
export function requestsOn(services: Services, people: { agent: AccountActor; finder: AccountActor }) {
  const cases = casesOf(services, people);
  const originals = new Map<string, Promise<Appeal>>();

  async function prepare(route: Route, story = sampleFor(route).story): Promise<Prepared> {
    const { kind, form } = sampleFor(route);
    const name = `${story} ${kind}`;
    const original = originals.get(name) ?? cases[story]({ appeal: { kind }, photos: [await photo()] });
    originals.set(name, original);
    const appeal = await copyOf(services, await original);
    const url = link(route.path, await valuesFor(route, appeal));
    if (route.path !== paths.merger) return { appeal, url, form };
    return { appeal, url, form: { ...form, into: (await copyOf(services, await original)).id } };
  }

  /** @returns what stands in the route's address, for this case */
  async function valuesFor({ path }: Route, appeal: Appeal): Promise<Record<string, string>> {
    return {
      id: appeal.id,
      findId: appeal.finds[0]?.id ?? 'none',
      photoId: appeal.photos[0]?.id ?? 'none',
      file: 'small.webp',
      token: await tokenOf(services, appeal),
      ...(path.includes(':messageId') ? { messageId: await update(appeal, stateFor(path)) } : {}),
      ...(path.includes(':watchId') ? { watchId: await watched() } : {}),
      ...(path.includes(':spareId') ? await shelved() : {}),
    };
  }

  /** @returns where a spare with a photo stands on the shelf */
  async function shelved(): Promise<Record<'spareId' | 'photoId', string>> {
    const appeal = await cases.delivered({ findPhotos: [await photo('#336699')] });
    await shelveFind(by(people.agent, appeal), findIn(appeal), 'Shelf');
    const record = await SpareModel.findOne({ appeal: appeal.id }).lean();
    return { spareId: String(record?._id), photoId: record?.photo?.id ?? '' };
  }

  /** @returns id of a search the agent keeps */
  async function watched(): Promise<string> {
    const dates = { seenAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };
    const record = await WatchModel.create({ owner: people.agent.id, text: 'donkey', ...dates });
    return record._id.toHexString();
  }

  return prepare;
}

/** Makes a request as the page's form would. */
export function send(visitor: TestAgent, { method }: Route, { url, form }: Omit<Prepared, 'appeal'>): request.Test {
  return method === 'get' ? visitor.get(url) : visitor.post(url).type('form').send(encoded(form));
}

function encoded(form: Sample['form']): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

/** In which state a route takes an update. */
function stateFor(path: string): MessageState {
  if (path === paths.updateWithdrawal) return 'queued';
  return path === paths.updateRetry ? 'failed' : 'to_post';
}
