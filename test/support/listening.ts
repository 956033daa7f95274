import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { testPassword } from './factories';

/** The application on a port, for what Supertest cannot do: answers that go on, and browsers that hang up. */
export interface Listening {
  readonly address: string;
  close(): void;
}

/** What a browser that is signed in sends with every request. */
export type SignedIn = Record<'Cookie' | 'Sec-Fetch-Site', string>;

export async function listening(app: Express): Promise<Listening> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Signs in through the real form. */
export async function signedInAt(address: string, { email }: Pick<Account, 'email'>): Promise<SignedIn> {
  const here = { 'Sec-Fetch-Site': 'same-origin' };
  const body = new URLSearchParams({ email, password: testPassword, next: '' });
  const answer = await fetch(address + paths.signIn, { method: 'POST', redirect: 'manual', headers: here, body });
  const [cookie] = answer.headers.getSetCookie();
  if (answer.status !== 303 || !cookie) throw new Error(`signing in was answered with ${answer.status}`);
  return { ...here, Cookie: cookie.split(';')[0] ?? '' };
}
