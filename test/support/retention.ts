import { type CaseReport, keepTheRules, listDue } from '../../src/retention/keep-the-rules';
import type { PileDue } from '../../src/retention/piles';
import type { TestApp } from './app';

const dayMs = 24 * 60 * 60 * 1000;

export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

/** What was told of what is due. */
export interface Told {
  cases: CaseReport[];
  piles: PileDue[];
}

/** Keeps the rules of a house, or only says what they are about, as of an hour. */
export function rulesOf({ services, config }: TestApp) {
  const tools = { photoStore: services.photoStore, dataDir: config.dataDir, days: {}, audit: services.audit };
  const listening = (verb: typeof keepTheRules) => async (now: Date) => {
    const told: Told = { cases: [], piles: [] };
    await verb(tools, { case: (one) => void told.cases.push(one), pile: (one) => void told.piles.push(one) }, now);
    return told;
  };
  return {
    keep: listening(keepTheRules),
    list: listening((given, listener, now) => listDue(given, listener ?? silent, now)),
  };
}

const silent = { case: () => {}, pile: () => {} };
