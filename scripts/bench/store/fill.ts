import type { Connection } from 'mongoose';
import { hashOf } from '../../../src/customers/status-links';
import { account, agentsFor, appealRecord, idOf, kindOfId } from './cases';
import { type Chance, chanceFrom, someWords, wordNamed } from './words';

const batch = 1000;
const accounts = 520;

/** Token of the status link of the n-th case. */
export function tokenOf(number: number): string {
  return `token-${number}`;
}

/** Fills an empty database with so many cases and what belongs to them, past the verbs, which would take hours. */
export async function fill(connection: Connection, size: number): Promise<void> {
  const chance = chanceFrom(size);
  await insert(connection, 'accounts', accounts, accountRecord(size));
  await insert(connection, 'sessions', 1000, sessionRecord);
  await insert(connection, 'appeals', size, (number) => appealRecord(number, size, chance));
  await insert(connection, 'customers', size, (number) => customerRecord(number, chance));
  await insert(connection, 'messages', size * 2, (number) => messageRecord(number, chance));
}

async function insert(connection: Connection, name: string, count: number, make: (number: number) => object) {
  for (let from = 0; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, i) => from + i);
    await connection.collection(name).insertMany(numbers.map(make));
  }
}

function accountRecord(size: number) {
  return (number: number) => ({
    _id: idOf(kindOfId.account, number),
    name: wordNamed(number),
    email: `${account(number)}@fundus.example`,
    passwordHash: 'x'.repeat(97),
    roles: number < agentsFor(size) ? ['employee', 'agent'] : ['employee'],
    language: null,
    place: 'Bonn',
    createdAt: new Date(),
  });
}

function sessionRecord(number: number) {
  const expires = new Date(Date.now() + 12 * 3_600_000);
  const session = {
    cookie: { originalMaxAge: 43_200_000, expires, path: '/' },
    passport: { user: account(number % accounts) },
  };
  return { _id: `session-${number}`, expires, lastModified: new Date(), session: JSON.stringify(session) };
}

function customerRecord(number: number, chance: Chance) {
  return {
    _id: idOf(kindOfId.customer, number),
    appeal: idOf(kindOfId.appeal, number).toHexString(),
    name: someWords(chance, 2),
    handle: `@${wordNamed(number)}`,
    email: `${number}@customers.example`,
    address: someWords(chance, 6),
    language: 'de',
    originalWords: someWords(chance, 30),
    postUrl: `https://social.example/${number}`,
    statusLink: { nonce: String(number), hash: hashOf(tokenOf(number)), expiresAt: new Date(Date.UTC(2099, 0)) },
  };
}

function messageRecord(number: number, chance: Chance) {
  const writtenAt = new Date(Date.UTC(2020, 0) + number * 60_000);
  return {
    _id: idOf(kindOfId.message, number),
    appeal: idOf(kindOfId.appeal, Math.floor(number / 2)).toHexString(),
    kind: 'update',
    state: 'sent',
    channel: 'email',
    language: 'de',
    subject: someWords(chance, 4),
    body: someWords(chance, 60),
    recipient: `${number}@customers.example`,
    postedLink: '',
    writtenAt,
    dueAt: null,
    attempts: 1,
    lastError: '',
  };
}
