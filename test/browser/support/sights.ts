import type { APIRequestContext } from 'playwright-core';
import { paths } from '../../../src/paths';
import type { Route } from '../../../src/routes';
import { unescaped, visibleText } from '../../support/html';
import { mailsIn } from '../../support/outbox';
import { allRoutes } from '../../support/requests';

/** What there is to see: for each pattern of an address, addresses that show different things. */
export type Sights = ReadonlyMap<Route['path'], readonly string[]>;

/** Where the walk begins; from here everything is linked. */
const beginnings = [
  paths.board,
  `${paths.board}?status=closed`,
  paths.desk,
  paths.inbox,
  `${paths.shelf}?state=all`,
  paths.catalogue,
  paths.happyEnds,
  paths.houseTexts,
  paths.accounts,
  paths.apiTokens,
  paths.allApiTokens,
  paths.developers,
  paths.eventHooks,
];

const readable = allRoutes.filter(({ method }) => method === 'get').map(({ path }) => path);

/** By what pages of a kind differ, so that one of each is enough: the state that stands on them, or the heading. */
const states: Partial<Record<Route['path'], RegExp>> = {
  [paths.appeal]: /<p class="row">([\s\S]*?)<\/p>/,
  [paths.spare]: /<p class="row">([\s\S]*?)<\/p>/,
};
const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/;

/** Finds what somebody can visit by following the links. @param request signed in as them */
export async function findSights(request: APIRequestContext, origin: string): Promise<Sights> {
  const seen = new Map<string, string>();
  const ahead: string[] = [...beginnings];
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    const html = await pageAt(request, next);
    seen.set(next, html);
    ahead.push(...linksIn(html, origin).filter((path) => isDeep(path) && !seen.has(path) && !ahead.includes(path)));
  }
  const walked = [...seen.keys()];
  return new Map(readable.map((pattern) => [pattern, different(pattern, walked, seen)]));
}

/** @returns the address under which somebody sets their password, as an admin is told it */
export async function invitationFrom(request: APIRequestContext, origin: string, accountPath: string): Promise<string> {
  const told = await request.post(`${accountPath}/invitation`, { headers: { origin } });
  return /\/invitation\/[\w-]{43}/.exec(await told.text())?.[0] ?? '';
}

/** Somebody outside wants to be told of events, and one program may act for whoever asks. */
export async function programsBy(request: APIRequestContext, origin: string): Promise<void> {
  const headers = { origin };
  await request.post(paths.eventHooks, { headers, form: { url: 'https://webhooks.invalid/', events: 'find.offered' } });
  await request.post(paths.apiTokens, { headers, form: { name: 'Ticketsystem', scopes: 'appeals:read', days: '90' } });
}

/** @returns the address under which somebody answers who is sought, as it stands in the mail they get */
export async function inquiryFrom(
  request: APIRequestContext,
  { url: origin, dataDir }: { url: string; dataDir: string },
): Promise<string> {
  const board = await pageAt(request, `${paths.board}?kind=person&status=searching`);
  const [appeal = ''] = linksIn(board, origin).filter((path) => matches(paths.appeal, path));
  const form = { email: 'tarek@fundus.example', words: 'Eine Kundin möchte sich bei dir bedanken.' };
  await request.post(`${appeal}/inquiries`, { headers: { origin }, form });
  return /\/inquiry\/[\w-]{43}/.exec((await mailsIn(dataDir)).join('\n'))?.[0] ?? '';
}

async function pageAt(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  return String(answer.headers()['content-type']).includes('text/html') ? answer.text() : '';
}

function linksIn(html: string, origin: string): string[] {
  const anchors = [...html.matchAll(/<a [^>]*href="([^"#?]+)/g)].map(([, href = '']) => unescaped(href));
  return [...new Set(anchors.map((href) => href.replace(origin, '')).filter((href) => href.startsWith('/')))];
}

/** Pages without ids are known by their pattern, and pictures are no pages. */
function isDeep(path: string): boolean {
  return readable.some((pattern) => pattern.includes(':') && !pattern.includes(':file') && matches(pattern, path));
}

function matches(pattern: string, path: string): boolean {
  const fixed: readonly string[] = readable;
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path) && (pattern === path || !fixed.includes(path));
}

/** @returns of the walked addresses of a pattern one for each look */
function different(pattern: Route['path'], walked: readonly string[], seen: ReadonlyMap<string, string>): string[] {
  if (!pattern.includes(':')) return [pattern];
  const byLook = new Map<string, string>();
  for (const path of walked.filter((path) => matches(pattern, path))) {
    const look = visibleText((states[pattern] ?? heading).exec(seen.get(path) ?? '')?.[1] ?? '');
    if (!byLook.has(look)) byLook.set(look, path);
  }
  return [...byLook.values()];
}
