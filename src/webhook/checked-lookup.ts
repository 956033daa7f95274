import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { WebhookRefused } from './webhook-refused';

/** @returns all addresses of a host */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

export const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Looks a host up for a connection. What is handed on was checked, and the connection is made to that: a name that is
 * answered otherwise a moment later (DNS rebinding) is not asked again. One address that is not public refuses all.
 * @param isAllowed which addresses may be connected to
 */
export function checkedLookup(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    checked(host, resolve, isAllowed).then(
      (found) => (options.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family ?? 0)),
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
}

async function checked(host: string, resolve: Resolve, isAllowed: (address: string) => boolean) {
  const found = await resolve(host);
  if (found.length === 0 || !found.every(({ address }) => isAllowed(address)))
    throw new WebhookRefused('the address is not public', true);
  return found;
}
