import type { AccountActor } from '../domain/actor';
import { PresenceModel } from '../models/presence';
import { namesOf } from '../people/accounts';

/** Pages say every 15 seconds that they are looked at; one may be late. */
const presentMs = 35_000;

/** Another agent at the same case. */
export interface Other {
  readonly name: string;
  readonly editing: boolean;
}

/** Says that an agent has a case before them. @param editing in a form about it */
export async function arrive({ id }: AccountActor, appealId: string, editing: boolean): Promise<void> {
  const now = new Date();
  await PresenceModel.updateOne(
    { _id: keyOf(id, appealId) },
    { $set: { appeal: appealId, account: id, at: now, ...(editing && { editingAt: now }) } },
    { upsert: true },
  );
}

/** Says that the page was left; another one of the same agent speaks for itself. */
export async function leave({ id }: AccountActor, appealId: string): Promise<void> {
  await PresenceModel.deleteOne({ _id: keyOf(id, appealId) });
}

/** @returns who else has the case before them now, by name; for agents alone */
export async function othersAt({ id }: AccountActor, appealId: string): Promise<Other[]> {
  const since = new Date(Date.now() - presentMs);
  const records = await PresenceModel.find({ appeal: appealId, at: { $gt: since }, account: { $ne: id } }).lean();
  const names = await namesOf(records.map(({ account }) => account));
  return records
    .map(({ account, editingAt }) => ({
      name: names.get(account) ?? '',
      editing: editingAt !== null && editingAt > since,
    }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.name.localeCompare(b.name));
}

function keyOf(account: string, appealId: string): string {
  return `${appealId} ${account}`;
}
