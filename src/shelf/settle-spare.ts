import { toAppeal } from '../appeals/appeal-record';
import type { Appeal } from '../domain/appeal';
import { reservationsFrom, type Spare } from '../domain/spare';
import { AppealModel } from '../models/appeal';
import { SpareModel } from '../models/spare';
import { changeSpare } from './change-spare';
import { settleMs } from './spare-record';

/**
 * Makes a spare's list of reservations what the appeals tell. Doing it again changes nothing, so it is done after
 * every verb that moves a piece, before one is taken, and now and then by a worker: whatever a crash left half done is
 * put right by the next of these.
 * @param dropped id of the find of a reservation that will certainly not be recorded
 */
export async function settleSpare(spareId: string, dropped?: string): Promise<Spare> {
  return changeSpare(spareId, async (spare) => {
    const records = await AppealModel.find({ 'finds.spareId': spareId }).lean();
    const reservations = reservationsFrom(spare, records.map(toAppeal), new Date(), dropped);
    return isSame(reservations, spare.reservations) ? null : { reservations };
  });
}

/** Settles all spares a case has to do with. */
export async function settleSparesOf({ finds }: Pick<Appeal, 'finds'>): Promise<void> {
  for (const id of new Set(finds.flatMap(({ spareId }) => spareId ?? []))) await settleSpare(id);
}

/**
 * Settles every spare whose time has come. Safe to run in several processes.
 * @returns how many there were
 */
export async function settleDue(): Promise<number> {
  const due = { settleAt: { $lte: new Date() } };
  const records = await SpareModel.find(due, { _id: 1 }).sort({ settleAt: 1 }).limit(500).lean();
  for (const { _id } of records) {
    await settleSpare(_id.toHexString());
    // Where nothing had changed nothing was written, its time included.
    await SpareModel.updateOne({ _id, ...due }, { $set: { settleAt: new Date(Date.now() + settleMs) } });
  }
  return records.length;
}

function isSame(one: Spare['reservations'], other: Spare['reservations']): boolean {
  const sorted = (list: Spare['reservations']) =>
    list.map(({ findId, quantity, state }) => `${findId} ${quantity} ${state}`).sort();
  return sorted(one).join() === sorted(other).join();
}
