import type { Language } from '../../../src/domain/languages';
import { link, paths } from '../../../src/paths';
import type { Route } from '../../../src/routes';
import { guessPasswords, offerNothing, publishWithoutStory, signInWithAnEpic, signInWrongly } from './acts';
import type { Person } from './person';
import type { Sights } from './sights';

/** Whose eyes look at a page. */
export type Viewer = 'guest' | 'agent' | 'colleague' | 'admin' | 'customer';

/** A page in a state, by what its picture is called. */
export interface Stop {
  readonly name: string;
  readonly path: string;
  /** What it answers; 200 unless said otherwise. */
  readonly status?: number;
  /** What is done there before it is looked at. */
  readonly act?: (person: Person, language: Language) => Promise<void>;
}

/** Who looks at which pages; every page of the application stands here, or its test fails. */
const viewersOf: Partial<Record<Route['path'], readonly Viewer[]>> = {
  [paths.signIn]: ['guest'],
  [paths.lost]: ['guest'],
  [paths.lostReports]: ['agent'],
  [paths.handOverReceipt]: ['agent'],
  [paths.board]: ['agent', 'colleague'],
  [paths.desk]: ['agent'],
  [paths.watches]: ['agent'],
  [paths.inbox]: ['agent'],
  [paths.notices]: ['agent', 'colleague'],
  [paths.myFinds]: ['agent', 'colleague'],
  [paths.profile]: ['admin', 'colleague'],
  [paths.secondFactor]: ['colleague'],
  [paths.noticeWishes]: ['colleague'],
  [paths.apiTokens]: ['agent', 'colleague'],
  [paths.developers]: ['colleague'],
  [paths.insights]: ['agent'],
  [paths.happyEnds]: ['colleague'],
  [paths.shelf]: ['agent', 'colleague'],
  [paths.newSpare]: ['colleague'],
  [paths.spare]: ['agent', 'colleague'],
  [paths.editSpare]: ['agent'],
  [paths.catalogue]: ['agent'],
  [paths.newEntry]: ['agent'],
  [paths.entry]: ['agent'],
  [paths.editEntry]: ['agent'],
  [paths.newAppeal]: ['agent'],
  [paths.appeal]: ['agent', 'colleague'],
  [paths.editAppeal]: ['agent'],
  [paths.editPhoto]: ['agent'],
  [paths.matches]: ['agent'],
  [paths.newUpdate]: ['agent'],
  [paths.story]: ['agent'],
  [paths.findSlip]: ['agent'],
  [paths.findReceipt]: ['agent'],
  [paths.label]: ['agent'],
  [paths.delivery]: ['agent'],
  [paths.packingSlip]: ['agent'],
  [paths.status]: ['customer'],
  [paths.styleguide]: ['colleague'],
  [paths.admin]: ['admin'],
  [paths.audit]: ['admin'],
  [paths.accounts]: ['admin'],
  [paths.account]: ['admin'],
  [paths.houseTexts]: ['admin'],
  [paths.houseText]: ['admin'],
  [paths.synonyms]: ['admin'],
  [paths.chat]: ['admin'],
  [paths.retention]: ['admin'],
  [paths.erasure]: ['agent'],
  [paths.allApiTokens]: ['admin'],
  [paths.eventHooks]: ['admin'],
  [paths.eventHook]: ['admin'],
};

/** How many addresses of one pattern are visited where there are many that look alike. */
const most: Partial<Record<Route['path'], number>> = {
  [paths.appeal]: 7,
  [paths.status]: 6,
  [paths.spare]: 3,
  [paths.entry]: 2,
  [paths.editSpare]: 1,
  [paths.editEntry]: 1,
  [paths.editAppeal]: 1,
  [paths.matches]: 2,
  [paths.erasure]: 2,
  [paths.newUpdate]: 3,
  [paths.story]: 1,
  [paths.handOverReceipt]: 1,
  [paths.audit]: 1,
  [paths.houseText]: 1,
  [paths.account]: 3,
};

/** What stands in codes on paper alone, by the paper it stands on. */
const codes: Partial<Record<Route['path'], { on: Route['path']; from: string; to: string }>> = {
  [paths.findReceipt]: { on: paths.findSlip, from: '/slip', to: '/receipt' },
  [paths.delivery]: { on: paths.label, from: '/label', to: '/delivery' },
};

/** States of pages that have no address of their own. */
const states: Record<Viewer, readonly Stop[]> = {
  guest: [
    { name: 'sign-in-refused', path: paths.signIn, status: 422, act: signInWrongly },
    { name: 'link-gone', path: link(paths.status, { token: 'x'.repeat(43) }), status: 404 },
    { name: 'error-413', path: paths.signIn, status: 413, act: signInWithAnEpic },
    { name: 'error-429', path: paths.signIn, status: 429, act: guessPasswords },
  ],
  agent: [
    { name: 'board-filtered', path: `${paths.board}?kind=person&status=searching` },
    { name: 'board-empty', path: `${paths.board}?q=Nashorn` },
    { name: 'shelf-all', path: `${paths.shelf}?state=all` },
    { name: 'new-appeal-refused', path: paths.newAppeal, status: 422, act: publishWithoutStory },
  ],
  colleague: [
    { name: 'shelf-empty', path: `${paths.shelf}?q=Nashorn` },
    { name: 'offer-spare-refused', path: paths.newSpare, status: 422, act: offerNothing },
    { name: 'error-403', path: paths.desk, status: 403 },
    { name: 'error-404', path: '/nowhere', status: 404 },
  ],
  admin: [],
  customer: [],
};

/** Addresses that stand in mails alone. */
export interface MailedPaths {
  /** Where somebody sets a password. */
  readonly invitation: string;
  /** Where somebody ends mails. */
  readonly unsubscribe: string;
  /** Where somebody answers who is sought. */
  readonly inquiry: string;
}

/**
 * @param sights what each finds by following links; whoever has found nothing looks at what the agent found
 * @returns every page for everybody who sees it
 * @throws Error when there is a page nobody could be led to
 */
export function itinerary(sights: Record<'agent' | 'colleague', Sights>, links: MailedPaths): Record<Viewer, Stop[]> {
  const stops: Record<Viewer, Stop[]> = {
    guest: Object.entries(links).map(([name, path]) => ({ name, path })),
    agent: [],
    colleague: [],
    admin: [],
    customer: [],
  };
  for (const [route, viewers] of Object.entries(viewersOf) as [Route['path'], readonly Viewer[]][])
    for (const viewer of viewers) stops[viewer].push(...stopsOf(route, viewer, sights));
  for (const viewer of Object.keys(stops) as Viewer[]) stops[viewer].push(...states[viewer]);
  return stops;
}

/** The patterns of pages somebody looks at. */
export const visitedRoutes = [...Object.keys(viewersOf), paths.invitation, paths.unsubscribe, paths.inquiry];

function stopsOf(route: Route['path'], viewer: Viewer, sights: Record<'agent' | 'colleague', Sights>): Stop[] {
  const isColleague = viewer === 'colleague';
  const enough = most[route] ?? Number.POSITIVE_INFINITY;
  // What colleagues see are the agent's pages with less on them.
  const addresses = addressesOf(route, isColleague ? sights.colleague : sights.agent).slice(
    0,
    isColleague ? Math.ceil(enough / 2) : enough,
  );
  if (addresses.length === 0) throw new Error(`nothing links to ${route}`);
  const name = Object.entries(paths).find(([, path]) => path === route)?.[0] ?? '';
  return addresses.map((path, index) => ({ name: addresses.length > 1 ? `${name}-${index}` : name, path }));
}

function addressesOf(route: Route['path'], sights: Sights): readonly string[] {
  const code = codes[route];
  if (!code) return sights.get(route) ?? [];
  return (sights.get(code.on) ?? []).map((path) => path.replace(code.from, code.to));
}
