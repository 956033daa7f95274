import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { awaitForm } from '../../src/appeals/waiting-photos';
import type { Upload } from '../../src/appeals/with-photos';
import { createEntry } from '../../src/catalogue/create-entry';
import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import type { MessageState } from '../../src/domain/message';
import { addEventHook } from '../../src/event-hooks/hooks';
import { keepMail } from '../../src/inbox/keep-mail';
import { keyOf, readMail } from '../../src/inbox/read-mail';
import { ChatHookModel } from '../../src/models/chat-hook';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { WatchModel } from '../../src/models/watch';
import { link, paths } from '../../src/paths';
import type { Authenticator } from '../../src/people/authenticator';
import { apiTokensOf } from '../../src/people/find-api-tokens';
import { invite } from '../../src/people/invite';
import { revokeApiToken } from '../../src/people/revoke-api-token';
import { beginSignIn } from '../../src/people/sign-ins';
import { type Route, routesFor } from '../../src/routes';
import type { Services } from '../../src/services';
import { casesOf, customerOfCase, tokenOf } from './cases';
import { update } from './commands';
import { copyOf } from './copies';
import { entryWords } from './entries';
import { agent, colleague } from './factories';
import { claimed, proven, releasedTo, reported } from './found';
import { rawMail } from './mails';
import { answeredBy, asked as askedPerson } from './persons';
import { photo } from './photos';
import { type Sample, sampleFor } from './samples';
import { spareOn } from './spares';
import { tokenFor } from './tokens';

/** The table of routes, for reading; its handlers have nothing to work with. */
export const allRoutes = routesFor({} as Services, {} as Authenticator);

/** Nobody is there. */
const nowhereOutside = { url: 'https://webhooks.invalid/1', events: [] };

/** A route's sample, with a case of its own to be about. */
export interface Prepared {
  appeal: Appeal;
  url: string;
  form: Sample['form'];
  /** Sent along. */
  photo: Upload | null;
}

/** Prepares requests that succeed when the right person makes them. */
export function requestsOn(services: Services, people: { agent: AccountActor; finder: AccountActor }) {
  const cases = casesOf(services, people);
  const originals = new Map<string, Promise<Appeal>>();

  async function prepare(route: Route, story = sampleFor(route).story): Promise<Prepared> {
    const { kind, form } = sampleFor(route);
    const asked = route.path + Object.values(form).join();
    const name = `${story} ${kind}`;
    const original = originals.get(name) ?? cases[story]({ appeal: { kind }, photos: [await photo()] });
    originals.set(name, original);
    const appeal = await copyOf(services, await original);
    const values = await valuesFor(asked, appeal);
    const file = sampleFor(route).withPhoto ? await photo() : null;
    return { appeal, url: link(route.path, values), form: withIds(form, values), photo: file };
  }

  /** @returns what stands in the route's address and in its form, for this case */
  async function valuesFor(asked: string, appeal: Appeal): Promise<Record<string, string>> {
    return {
      id: appeal.id,
      findId: appeal.finds[0]?.id ?? 'none',
      photoId: appeal.photos[0]?.id ?? 'none',
      file: 'small.webp',
      deviceId: 'none',
      piece: 'found.long',
      language: 'en',
      table: 'places',
      token: await tokenOf(services, appeal),
      ...(await newlyMade(asked, appeal)),
    };
  }

  /** @returns ids of what is made for this request alone, because the address or the form names it */
  async function newlyMade(asked: string, appeal: Appeal): Promise<Record<string, string>> {
    const makers: Record<string, () => Promise<Record<string, string>>> = {
      ':messageId': async () => ({ messageId: await update(appeal, stateFor(asked)) }),
      ':spareId': shelved,
      ':entryId': catalogued,
      ':signInId': async () => ({ signInId: await beginSignIn(people.finder, 'another browser') }),
      ':accountId': async () => ({ accountId: (await colleague()).id }),
      ':newEmail': async () => ({ newEmail: `${randomUUID()}@fundus.example` }),
      [paths.invitation]: async () => ({ token: await invite((await colleague()).id) }),
      ':watchId': async () => ({ watchId: await watched() }),
      ':otherId': async () => ({ otherId: (await cases.searching()).id }),
      ':waitingId': async () => ({ waitingId: await waiting(asked, appeal) }),
      ':feedToken': async () => ({ feedToken: await feedOf(services, people.agent) }),
      ':ticket': async () => ({ ticket: ticketFor(services, appeal) }),
      ':tokenId': async () => ({ tokenId: await tokenOfFinder() }),
      ':eventHookId': async () => ({ eventHookId: await addEventHook(people.agent, nowhereOutside) }),
      ':hookId': async () => ({ hookId: await chatHook(people.agent) }),
      ':letter': async () => ({ letter: letterTo(services, people.agent) }),
      ':mailId': async () => ({ mailId: await mailNobodyKnows() }),
      ':soughtEmail': async () => ({ soughtEmail: (await colleague()).email }),
      ':inquiryId': async () => ({ inquiryId: await agreedIn(appeal) }),
      [paths.inquiry]: async () => ({ token: await askedPerson(people.agent, appeal, await colleague()) }),
      ':reportId': async () => ({ reportId: await reported() }),
      [paths.claimVerdict]: async () => ({ claimId: await claimed(people.agent, appeal, people.finder) }),
      [paths.claimRelease]: async () => ({ claimId: await proven(await agent(), appeal) }),
      [paths.handOverReceipt]: async () => {
        await releasedTo(appeal.id, 'Ana Sousa', people.agent.id, people.finder.id);
        return {};
      },
      [paths.photoAdoption]: () => photoSent(appeal),
    };
    const made: Record<string, string> = {};
    for (const [name, make] of Object.entries(makers)) if (asked.includes(name)) Object.assign(made, await make());
    return made;
  }

  /** @returns id of a question somebody has answered with yes; where nobody is sought, of none */
  async function agreedIn(appeal: Appeal): Promise<string> {
    return answeredBy(people.agent, appeal, await colleague(), { answer: 'yes', agreed: 'Stefan' });
  }

  /** @returns id of a token of the finder's */
  async function tokenOfFinder(): Promise<string> {
    const { finder } = people;
    for (const { id } of await apiTokensOf(finder)) await revokeApiToken(finder, id);
    await tokenFor(services, finder);
    return (await apiTokensOf(finder))[0]?.id ?? '';
  }

  /** @returns a spare with a photo, kept by the finder */
  async function shelved(): Promise<Record<'spareId' | 'photoId', string>> {
    const { id, photos } = await spareOn(services, people.finder, { quantity: 3 }, [await photo('#336699')]);
    return { spareId: id, photoId: photos[0]?.id ?? '' };
  }

  /** @returns a catalogue entry with a photo */
  async function catalogued(): Promise<Record<'entryId' | 'photoId', string>> {
    const { id, photos } = await createEntry(entryWords(), [await photo('#996633')], services.photoStore);
    return { entryId: id, photoId: photos[0]?.id ?? '' };
  }

  /** @returns a photo somebody has sent ahead */
  async function waiting(asked: string, appeal: Appeal): Promise<string> {
    const owner = asked.includes(':token') ? customerOfCase(appeal) : people.finder;
    return (await awaitForm(owner, await photo('#663399'), services.photoStore)).id;
  }

  /** @returns id of a search the agent keeps */
  async function watched(): Promise<string> {
    const dates = { seenAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };
    const record = await WatchModel.create({ owner: people.agent.id, text: 'donkey', ...dates });
    return record._id.toHexString();
  }

  return prepare;
}

/** Puts ids where the form names them as an address would. */
function withIds(form: Sample['form'], values: Record<string, string>): Sample['form'] {
  const filled = Object.entries(form).map(([name, value]) => [name, values[String(value).replace(/^:/, '')] ?? value]);
  return Object.fromEntries(filled);
}

/** Makes a request as the page's form would. */
export function send(visitor: TestAgent, { method }: Route, prepared: Omit<Prepared, 'appeal'>): request.Test {
  const { url, form, photo: file } = prepared;
  if (method === 'get') return visitor.get(url);
  const sent = visitor.post(url);
  return file ? sent.attach('photos', file.bytes, file.fileName) : sent.type('form').send(encoded(form));
}

function encoded(form: Sample['form']): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

/** @returns id of a mail that waits for an agent */
async function mailNobodyKnows(): Promise<string> {
  const raw = await rawMail({ to: 'fundus@mail.example', text: 'Who are you?' });
  await keepMail(raw, 'unknown', await readMail(raw));
  return String((await KeptMailModel.findOne({ key: keyOf(raw) }).lean())?._id);
}

/** @returns a photo that came with the customer's words */
async function photoSent({ id, photos }: Appeal): Promise<{ photoId: string }> {
  const reply = { appeal: id, kind: 'reply', state: 'received', channel: 'email', language: 'en' } as const;
  await MessageModel.create({ ...reply, photos, writtenAt: new Date() });
  return { photoId: photos[0]?.id ?? '' };
}

/** In which state a route takes an update. */
function stateFor(path: string): MessageState {
  if (path === paths.updateWithdrawal) return 'queued';
  return path === paths.updateRetry ? 'failed' : 'to_post';
}

/** @returns the token at the end of a mail */
function letterTo({ unsubscribeLinks }: Services, { id }: AccountActor): string {
  return unsubscribeLinks.tokenOf({ accountId: id, kinds: ['mine'] });
}

async function feedOf({ feedTokens }: Services, actor: AccountActor): Promise<string> {
  await feedTokens.renew(actor);
  return (await feedTokens.tokenOf(actor)) ?? '';
}

function ticketFor({ photoTickets }: Services, { id, photos }: Appeal): string {
  return photoTickets.ticketFor({ appealId: id, photoId: photos[0]?.id ?? '' });
}

/** @returns id of a chat's room that nobody can reach */
async function chatHook({ id }: AccountActor): Promise<string> {
  const record = {
    kind: 'slack',
    url: 'https://127.0.0.1/1',
    language: 'de',
    addedBy: id,
    addedAt: new Date(),
  } as const;
  return (await ChatHookModel.create(record))._id.toHexString();
}
