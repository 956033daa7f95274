import { appealAllowing } from '../appeals/appeal-allowing';
import { toObjectId } from '../appeals/appeal-record';
import type { Target } from '../appeals/transition';
import { NotFound } from '../errors';
import { LostReportModel, type LostReportRecord } from '../models/lost-report';
import { addClaim } from './make-claim';

/** What somebody outside says they have lost. */
export type LossReported = Omit<LostReportRecord, '_id' | 'at'>;

/** A report as agents read it. */
export interface LostReport extends LossReported {
  id: string;
  at: Date;
}

const mostShown = 100;

/** Somebody outside has lost something. */
export async function reportLoss(given: LossReported): Promise<void> {
  await LostReportModel.create({ ...given, at: new Date() });
}

/** @returns what nobody has dealt with yet, the oldest first */
export async function lostReports(): Promise<LostReport[]> {
  const records = await LostReportModel.find().sort({ at: 1 }).limit(mostShown).lean();
  return records.map(({ _id, ...report }) => ({ ...report, id: _id.toHexString() }));
}

/** @returns how many nobody has dealt with yet */
export function countLostReports(): Promise<number> {
  return LostReportModel.countDocuments();
}

/**
 * An agent finds that a report may be about a thing that was found: it becomes a claim to it. Done twice, there is one.
 * @throws NotFound when there is no such report (any more), or no such case
 * @throws LostRace when the owner of that thing is not sought (any more)
 */
export async function assignReport(target: Target, reportId: string): Promise<void> {
  const { id } = await appealAllowing(target, 'judge_claim');
  const report = await LostReportModel.findById(toObjectId(reportId)).lean();
  if (!report) throw new NotFound();
  const { name, contact, what, words, place, lostOn, at } = report;
  const said = [what, [place, lostOn].filter(Boolean).join(', '), words].filter(Boolean).join('\n');
  await addClaim(id, { name, contact, words: said }, { id: reportId, by: null, at });
  await LostReportModel.deleteOne({ _id: report._id });
}

/** It is about nothing we have. @throws NotFound when there is no such report (any more) */
export async function discardReport(reportId: string): Promise<void> {
  const { deletedCount } = await LostReportModel.deleteOne({ _id: toObjectId(reportId) });
  if (deletedCount === 0) throw new NotFound();
}
