import { toObjectId } from '../appeals/appeal-record';
import type { Spare } from '../domain/spare';
import { Conflict, NotFound } from '../errors';
import { learnTokens } from '../matching/learn-tokens';
import { SpareModel, type SpareRecord } from '../models/spare';
import { derived, toSpare } from './spare-record';

/** The fields a verb may set; version and what is derived are the writer's own. */
export type SpareChange = Partial<Omit<Spare, 'id' | 'version' | 'free'>> & Partial<Pick<SpareRecord, 'remindAt'>>;

/** How often a change is decided anew because others wrote first; each round means that somebody got through. */
const mostRounds = 50;

/**
 * The only writer of a spare that stands: one update whose filter names the id and the version read. When somebody
 * else was faster, the change is decided again on what they left; so no two can take the same piece.
 * @param decide gives the change, or null when there is nothing to change; it may be asked again
 * @returns the spare after it
 * @throws NotFound when there is no such spare
 */
export async function changeSpare(
  spareId: string,
  decide: (spare: Spare) => SpareChange | null | Promise<SpareChange | null>,
): Promise<Spare> {
  for (let round = 0; round < mostRounds; round++) {
    const spare = await read(spareId);
    const change = await decide(spare);
    if (!change) return spare;
    const written = await write(spare, change);
    if (!written) continue;
    await learnTokens(derived(spare).tokens, written.tokens);
    return toSpare(written);
  }
  throw new Conflict('conflict.busy');
}

async function read(spareId: string): Promise<Spare> {
  const record = await SpareModel.findById(toObjectId(spareId)).lean();
  if (!record) throw new NotFound();
  return toSpare(record);
}

function write(spare: Spare, change: SpareChange) {
  return SpareModel.findOneAndUpdate(
    { _id: toObjectId(spare.id), version: spare.version },
    { $set: { ...change, ...derived({ ...spare, ...change }) }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean();
}
