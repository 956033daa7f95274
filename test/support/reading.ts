import { link } from '../../src/paths';
import { allRoutes } from './requests';
import type { World } from './world';

/** Queries a page may be asked with; those of other pages are nothing to it. */
const queries = [
  '',
  '?language=de&weeks=52&template=shipped&kind=item&q=donkey&state=all&entry=0&after=1.aaaaaaaaaaaaaaaaaaaaaaaa',
];

/**
 * Every address of the world that a GET could ask for: each page of each case, each photo.
 * @param tokens the status links somebody was given
 */
export function addressesIn(world: World, tokens: readonly string[]): string[] {
  const values: Record<string, readonly string[]> = {
    id: Object.values(world.cases).map(({ id }) => id),
    token: tokens,
    findId: Object.values(world.cases).flatMap(({ finds }) => finds.map(({ id }) => id)),
    photoId: world.photos,
    spareId: [world.spareId, world.offeredId],
    entryId: [world.entryId],
    waitingId: world.waitingIds,
    mailId: world.mailIds,
    accountId: Object.values(world.people).map(({ id }) => id),
    file: ['small.webp'],
    piece: ['found.long'],
    letter: ['void'],
    ticket: ['void'],
    feedToken: ['void'],
    tokenId: ['void'],
    eventHookId: ['void'],
    language: ['en'],
    table: ['appeals', 'times', 'promises', 'channels', 'places'],
  };
  const readable = allRoutes.filter(({ method }) => method === 'get');
  const addresses = readable.flatMap(({ path }) => filled(path, values)).filter(isOfItsCase(world));
  return addresses.flatMap((address) => queries.map((query) => address + query));
}

/** Each find in its own case alone: every find in every case would be most of the addresses. */
function isOfItsCase({ cases }: World): (address: string) => boolean {
  const finds = Object.values(cases).flatMap(({ id, finds }) => finds.map((find) => `/${id}/finds/${find.id}/`));
  return (address) => !address.includes('/finds/') || finds.some((find) => address.includes(find));
}

/** @throws Error when nobody has said what stands in a part of the address */
function filled(path: string, values: Record<string, readonly string[]>): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const combinations = names.reduce<Record<string, string>[]>(
    (others, name) => others.flatMap((other) => choicesOf(values, name).map((value) => ({ ...other, [name]: value }))),
    [{}],
  );
  return combinations.map((combination) => link(path, combination));
}

function choicesOf(values: Record<string, readonly string[]>, name: string): readonly string[] {
  const choices = values[name];
  if (!choices) throw new Error(`what stands in place of :${name}? Add it to test/support/reading.ts`);
  return choices;
}
