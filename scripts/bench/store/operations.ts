import MongoStore from 'connect-mongo';
import { Types } from 'mongoose';
import { board } from '../../../src/appeals/board';
import { appealFor, appealsOnDesk } from '../../../src/appeals/find-appeals';
import { giveLead } from '../../../src/appeals/give-lead';
import { visitBy } from '../../../src/customers/visit';
import type { AccountActor } from '../../../src/domain/actor';
import { messagesOf } from '../../../src/messages/find-messages';
import { unplannedMessages } from '../../../src/messages/waiting-messages';
import { withMessage } from '../../../src/messages/with-message';
import { findAccount } from '../../../src/people/accounts';
import type { ConnectedStore } from '../../../src/store/connect';
import { account, agentsFor, idOf, kindOfId } from './cases';
import { tokenOf } from './fill';
import type { Chance } from './words';

/** What is measured: one call, and whether it writes. */
export interface Operation {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

const everything = { text: '', kind: null, status: null, cursor: '' };

/** The commonest queries and commands, by the functions the application calls. */
export function operationsOn({ connection }: ConnectedStore, size: number, chance: Chance): Operation[] {
  const any = (count: number) => Math.floor(chance() * count);
  const anyCase = () => idOf(kindOfId.appeal, any(size)).toHexString();
  const agent: AccountActor = { kind: 'account', id: account(0), roles: ['employee', 'agent'] };
  const sessions = MongoStore.create({
    client: connection.getClient(),
    dbName: connection.name,
    collectionName: 'sessions',
  });
  const session = () => new Promise((resolve, reject) => sessions.get(`session-${any(1000)}`, done(resolve, reject)));
  const cursor = () => `${Date.UTC(2026, 0, 1) - any(size) * 3_600_000}.${new Types.ObjectId().toHexString()}`;
  // The newest cases are the open ones, and only these take leads.
  const openCase = () => idOf(kindOfId.appeal, size - 1 - 4 * any(agentsFor(size)) - ((size - 1) % 4)).toHexString();

  return [
    { name: 'session by its id', run: session },
    { name: 'account by id', run: () => findAccount(account(any(520))) },
    { name: 'appeal by id', run: () => appealFor(agent, anyCase()) },
    { name: 'messages of a case', run: () => messagesOf(anyCase()) },
    { name: 'customer by status link', run: () => visitBy(tokenOf(any(size))) },
    { name: 'board, newest', run: () => board(everything) },
    { name: 'board, a later page', run: () => board({ ...everything, cursor: cursor() }) },
    { name: 'board, status and kind', run: () => board({ ...everything, status: 'searching', kind: 'person' }) },
    { name: 'my desk', run: () => appealsOnDesk(account(any(agentsFor(size)))) },
    { name: 'give a lead', run: () => giveLead({ actor: agent, appealId: openCase() }, 'Ask at the fair') },
    { name: 'write a message', run: () => writeMessage(anyCase()) },
    { name: 'outbox, nothing waits', run: () => unplannedMessages() },
  ];
}

function done(resolve: (value: unknown) => void, reject: (error: unknown) => void) {
  return (error: unknown, found?: unknown) => {
    if (error) reject(error);
    else if (!found) reject(new Error('the session is not there'));
    else resolve(found);
  };
}

function writeMessage(appeal: string): Promise<string> {
  const message = {
    appeal,
    kind: 'reply',
    state: 'received',
    channel: 'other',
    language: 'de',
    body: 'Hello',
  } as const;
  return withMessage(message, async (id) => id);
}
