import { accountsOf } from '../people/accounts';
import type { GoesOn } from '../people/session-key';
import { goingOn } from '../people/sign-ins';
import type { Viewer } from './streams';

/** @returns those viewers who were signed out, whose account is gone or not in use, or whose roles are others by now */
export async function endedAmong(viewers: readonly Viewer[], goesOn: GoesOn): Promise<Set<Viewer>> {
  if (viewers.length === 0) return new Set();
  const [alive, accounts] = await Promise.all([
    goingOn(
      viewers.map(({ signInId }) => signInId),
      goesOn,
    ),
    accountsOf(viewers.map(({ actor }) => actor.id)),
  ]);
  const inUse = accounts.filter(({ active }) => active);
  const roles = new Map(inUse.map((account) => [account.id, account.roles.toSorted().join()]));
  const isOver = ({ signInId, actor }: Viewer) =>
    !alive.has(signInId) || roles.get(actor.id) !== actor.roles.toSorted().join();
  return new Set(viewers.filter(isOver));
}
