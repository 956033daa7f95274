import type { Actor } from '../domain/actor';
import { type Appeal, awaitsAnswer, awaitsDeletion, chosenFind } from '../domain/appeal';
import { statuses } from '../domain/appeal-status';
import { NotFound } from '../errors';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { toAppeal, toObjectId, withinSight } from './appeal-record';

/**
 * @returns the whole case; what of it the viewer reads is the presenters' matter
 * @throws NotFound when it is not there, or not within the actor's sight
 */
export async function appealFor(actor: Actor, id: string): Promise<Appeal> {
  const record = await AppealModel.findOne({ $and: [{ _id: toObjectId(id) }, withinSight(actor)] }).lean();
  if (!record) throw await whyNotSeen(id);
  return toAppeal(record);
}

/** Whoever knows the appeal from the board is told that it was taken down, and nothing of what it said. */
async function whyNotSeen(id: string): Promise<NotFound> {
  const takenDown = await AppealModel.exists({ _id: toObjectId(id), publishedAt: { $ne: null }, withheld: true });
  return new NotFound(takenDown ? 'error.takenDown' : undefined);
}

/** @returns the titles of those cases that exist, by id; for agents, who may see them all */
export async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const records = await AppealModel.find({ _id: { $in: ids.map(toObjectId) } }, { title: 1 }).lean();
  return new Map(records.map(({ _id, title }) => [_id.toHexString(), title]));
}

/** Cases in which an account has offered a find, the newest first. */
export async function appealsWithFindsOf(actor: Actor & { kind: 'account' }): Promise<Appeal[]> {
  const filter = { $and: [{ 'finds.finder': actor.id }, withinSight(actor)] };
  const records = await AppealModel.find(filter).sort({ publishedAt: -1 }).limit(100).lean();
  return records.map(toAppeal);
}

/** All but the last: as a list, it tells where in an index to look. */
const openStatuses = statuses.filter((status) => status !== 'closed');

/**
 * Cases an agent has opened and not closed, the oldest first, then closed ones of which something is left to do: a
 * find that is still coming or left over, a customer who waits for an answer or wants to be forgotten.
 * @param unfinished ids of cases in which something is left to do besides, whoever has opened them
 */
export async function appealsOnDesk(agentId: string, unfinished: readonly string[] = []): Promise<Appeal[]> {
  const perhapsLeft: Record<string, unknown>[] = [
    { 'finds.state': { $in: ['handed_over', 'received'] } },
    { 'timeline.type': { $in: ['customer_replied', 'changes_wished', 'deletion_requested'] } },
    { outcome: 'withdrawn' },
    { _id: { $in: unfinished.map(toObjectId) } },
  ];
  const [open, closed] = await Promise.all([
    AppealModel.find({ openedBy: agentId, status: { $in: openStatuses } })
      .sort({ openedAt: 1 })
      .limit(500)
      .lean(),
    AppealModel.find({ openedBy: agentId, status: 'closed', erasedAt: null, $or: perhapsLeft })
      .sort({ openedAt: -1 })
      .limit(500)
      .lean(),
  ]);
  const isLeft = (appeal: Appeal) =>
    chosenFind(appeal) !== undefined ||
    awaitsAnswer(appeal) ||
    awaitsDeletion(appeal) ||
    unfinished.includes(appeal.id);
  return [...open.map(toAppeal), ...closed.map(toAppeal).filter(isLeft)];
}

/** @returns of these cases the titles of those within the actor's sight; one query for all */
export async function appealsNamed(actor: Actor, ids: readonly string[]): Promise<Pick<Appeal, 'id' | 'title'>[]> {
  const known = [...new Set(ids)].filter((id) => id !== '').map(toObjectId);
  const filter = { $and: [{ _id: { $in: known } }, withinSight(actor)] };
  return titles(await AppealModel.find(filter, { title: 1 }).lean());
}

/** @returns an agent's cases in which a thing is sought and nothing is found yet, the oldest first */
export async function openItemsOf(agentId: string): Promise<Pick<Appeal, 'id' | 'title'>[]> {
  const filter = { openedBy: agentId, status: 'searching', kind: 'item' } as const;
  return titles(await AppealModel.find(filter, { title: 1 }).sort({ openedAt: 1 }).limit(200).lean());
}

/** @returns all found things whose owner is sought, the oldest first; for agents */
export async function openOwnerCases(): Promise<Pick<Appeal, 'id' | 'title'>[]> {
  const filter = { status: 'searching', kind: 'owner' } as const;
  return titles(await AppealModel.find(filter, { title: 1 }).sort({ openedAt: 1 }).limit(200).lean());
}

function titles(records: readonly Pick<AppealRecord, '_id' | 'title'>[]): Pick<Appeal, 'id' | 'title'>[] {
  return records.map(({ _id, title }) => ({ id: _id.toHexString(), title }));
}
