import { setTimeout } from 'node:timers/promises';
import { Conflict } from '../errors';
import { isFirst } from '../models/duplicate';
import { SubmissionModel } from '../models/submission';

/** A submission still being worked on after this time was left behind by a crash. */
const abandonedMs = 60_000;
const patienceMs = 20_000;
const pauseMs = 50;
/** Between two tries while the store is gone. */
const againMs = 1_000;

/**
 * Takes a submission for oneself, or waits for whoever has it.
 * @param id fingerprint of the submission
 * @returns where the first one's answer led; undefined when this is the first, and has to be worked on
 * @throws Conflict when the first one takes too long
 */
export async function claimSubmission(id: string): Promise<string | undefined> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    if (await isFirst(() => SubmissionModel.create({ _id: id, at: new Date() }))) return undefined;
    const location = await locationOf(id);
    if (location) return location;
    await setTimeout(pauseMs);
  }
  throw new Conflict('conflict.busy');
}

/** Remembers where the answer led. */
export async function keepSubmission(id: string, location: string): Promise<void> {
  await SubmissionModel.updateOne({ _id: id }, { $set: { location } });
}

/**
 * Forgets a submission that was refused: it may be sent again. Where the store is gone, as soon as it is back.
 * @param claimedBy when it had been claimed; whoever claims it later is at it anew
 * @throws the store's error, once the submission counts as abandoned anyhow
 */
export async function releaseSubmission(id: string, claimedBy: Date): Promise<void> {
  const giveUpAt = Date.now() + abandonedMs;
  for (;;) {
    try {
      await SubmissionModel.deleteOne({ _id: id, location: null, at: { $lte: claimedBy } });
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await setTimeout(againMs, undefined, { ref: false });
    }
  }
}

/** No browser sends a form anew after that time. */
const repeatedMs = 10 * 60_000;

/**
 * Forgets the submissions that led to a case. Those of a status page do not say which, so that all go that nobody can
 * repeat any more.
 */
export async function forgetSubmissionsAbout(appealId: string): Promise<void> {
  const before = new Date(Date.now() - repeatedMs);
  const fromStatusPage = { location: { $regex: '/:token' }, at: { $lt: before } };
  await SubmissionModel.deleteMany({ $or: [{ location: { $regex: appealId } }, fromStatusPage] });
}

async function locationOf(id: string): Promise<string | null> {
  const record = await SubmissionModel.findById(id).lean();
  if (record && !record.location && record.at.getTime() < Date.now() - abandonedMs)
    await SubmissionModel.deleteOne({ _id: id, location: null, at: record.at });
  return record?.location ?? null;
}
