import type { Connection } from 'mongoose';
import { accountsOf } from '../people/accounts';
import type { Viewer } from './streams';

interface SessionRecord {
  _id: string;
  expires: Date;
}

/** @returns those viewers whose session has ended, whose account is gone, or whose roles are others by now */
export async function endedAmong({ db }: Pick<Connection, 'db'>, viewers: readonly Viewer[]): Promise<Set<Viewer>> {
  if (!db || viewers.length === 0) return new Set();
  const ids = viewers.map(({ sessionId }) => sessionId);
  const [sessions, accounts] = await Promise.all([
    db
      .collection<SessionRecord>('sessions')
      .find({ _id: { $in: ids }, expires: { $gt: new Date() } }, { projection: { _id: 1 } })
      .toArray(),
    accountsOf(viewers.map(({ actor }) => actor.id)),
  ]);
  const alive = new Set(sessions.map(({ _id }) => _id));
  const roles = new Map(accounts.map((account) => [account.id, account.roles.toSorted().join()]));
  const isOver = ({ sessionId, actor }: Viewer) =>
    !alive.has(sessionId) || roles.get(actor.id) !== actor.roles.toSorted().join();
  return new Set(viewers.filter(isOver));
}
