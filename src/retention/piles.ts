import { rm } from 'node:fs/promises';
import path from 'node:path';
import { countAuditBefore, forgetAuditBefore } from '../audit/forget-before';
import type { AuditTrail } from '../audit/trail';
import { cutOff, daysOf, type PileRuleId, type RuleDays } from '../domain/retention';
import { mailFiles } from '../messages/mail-files';
import { KeptMailModel } from '../models/kept-mail';
import { LostReportModel } from '../models/lost-report';
import { MessageModel } from '../models/message';
import { askForCompaction } from '../store/compact-mark';
import { oldBackups } from './backups';
import { customersWithoutCase, forgetCustomersWithoutCase } from './customers-without-case';

/** Something of which there is more and more, and of which what is old goes. */
export interface Pile {
  count(before: Date): Promise<number>;
  /** Removes what came before that hour; it may be interrupted and done again. */
  clear(before: Date): Promise<void>;
}

/** What piles lie in, and are cleared with. */
export interface PileTools {
  readonly dataDir: string;
  /** Days that are otherwise than in the table. */
  readonly days: RuleDays;
  /** What is forgotten of the audit stands in the audit itself. */
  readonly audit: Pick<AuditTrail, 'record'>;
}

/** How much of a pile is to go. */
export interface PileDue {
  readonly rule: PileRuleId;
  readonly days: number;
  readonly before: Date;
  readonly count: number;
}

/** Each pile of the table; a new rule needs its line here. */
function pilesIn({ dataDir, audit }: Pick<PileTools, 'dataDir' | 'audit'>): Record<PileRuleId, Pile> {
  return {
    takenBackMessages: pileOf(MessageModel, (before) => ({ state: 'taken_back', writtenAt: { $lte: before } })),
    // What is about a case goes with it.
    keptMails: pileOf(KeptMailModel, (before) => ({ appeal: null, receivedAt: { $lte: before } })),
    lostReports: pileOf(LostReportModel, (before) => ({ at: { $lte: before } })),
    customersWithoutCase: {
      count: async (before) => (await customersWithoutCase(before)).length,
      clear: forgetCustomersWithoutCase,
    },
    outboxFiles: filePile(async (before) => {
      const files = await mailFiles(path.join(dataDir, 'outbox'));
      return files.filter(({ writtenAt }) => writtenAt <= before).map(({ file }) => file);
    }),
    backups: filePile((before) => oldBackups(path.join(dataDir, 'backups'), before)),
    audit: { count: countAuditBefore, clear: async (before) => void (await forgetAuditBefore(before, audit)) },
  };
}

/** @returns of which piles something is to go by now */
export async function pilesDue(tools: PileTools, now: Date): Promise<PileDue[]> {
  const due: PileDue[] = [];
  for (const [rule, pile] of Object.entries(pilesIn(tools)) as [PileRuleId, Pile][]) {
    const kept = daysOf(rule, tools.days);
    const before = cutOff({ days: kept }, now);
    const count = await pile.count(before);
    if (count > 0) due.push({ rule, days: kept, before, count });
  }
  return due;
}

/** Clears away what is to go of a pile. */
export async function clearPile(tools: PileTools, { rule, before }: PileDue): Promise<void> {
  await pilesIn(tools)[rule].clear(before);
  askForCompaction(tools.dataDir);
}

type Filter = Record<string, unknown>;

interface Records {
  countDocuments(filter: Filter): PromiseLike<number>;
  deleteMany(filter: Filter): PromiseLike<unknown>;
}

function pileOf(model: Records, filter: (before: Date) => Filter): Pile {
  return {
    count: async (before) => model.countDocuments(filter(before)),
    clear: async (before) => void (await model.deleteMany(filter(before))),
  };
}

function filePile(files: (before: Date) => Promise<string[]>): Pile {
  return {
    count: async (before) => (await files(before)).length,
    clear: async (before) => {
      for (const file of await files(before)) await rm(file, { force: true });
    },
  };
}
