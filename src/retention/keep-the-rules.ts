import { type CaseRule, caseRulesWith, type Ending } from '../domain/retention';
import { type CaseDue, casesDue } from './cases-due';
import { eraseAgain } from './erase-again';
import { beginErasingCase, beginErasingCustomer } from './erase-case';
import { type ErasingTools, finishErasing } from './finish-erasing';
import { claimsToForget, forgetClaims } from './forget-claims';
import { type Holdings, holdingsOf } from './holdings';
import { clearPile, type PileDue, type PileTools, pilesDue } from './piles';

/** What rules are kept with. */
export interface RetentionTools extends ErasingTools, PileTools {}

/** A case of which something is to go, without a word of it. */
export interface CaseReport {
  readonly rule: CaseRule;
  readonly appealId: string;
  readonly kind: string;
  readonly ending: Ending;
  readonly endedAt: Date;
  readonly holdings: Holdings;
}

/** Told of everything that is due, before it is done. */
export interface Listener {
  case(report: CaseReport): void;
  pile(due: PileDue): void;
}

/** Tells what is due by the rules, and touches nothing. */
export async function listDue(tools: RetentionTools, listener: Listener, now = new Date()): Promise<void> {
  const told = new Set<string>();
  for await (const due of allCasesDue(tools, now)) {
    const id = due.record._id.toHexString();
    // Where all goes, nobody needs to know what would go besides.
    if (told.has(id)) continue;
    if (due.rule.goes === 'everything') told.add(id);
    listener.case(await reportOf(due));
  }
  for (const due of await pilesDue(tools, now)) listener.pile(due);
}

/**
 * Does what is due by the rules: first what an earlier time has begun and not finished, then what was erased once and
 * has come back from a backup. It may be interrupted anywhere, come twice, and run in several processes at once.
 */
export async function keepTheRules(tools: RetentionTools, listener?: Listener, now = new Date()): Promise<void> {
  await eraseAgain(tools);
  for await (const due of allCasesDue(tools, now)) {
    listener?.case(await reportOf(due));
    await erasers[due.rule.goes](due.record, now);
    await finishErasing(tools);
  }
  for (const due of await pilesDue(tools, now)) {
    listener?.pile(due);
    await clearPile(tools, due);
  }
}

/** Rules by which all of a case goes come first. */
async function* allCasesDue({ days }: RetentionTools, now: Date): AsyncGenerator<CaseDue> {
  const isWhole = ({ goes }: CaseRule) => goes === 'everything';
  const rules = caseRulesWith(days);
  for (const rule of [...rules.filter(isWhole), ...rules.filter((one) => !isWhole(one))])
    for await (const due of casesDue(rule, now)) if (await isLeft(due)) yield due;
}

async function isLeft({ rule, record }: CaseDue): Promise<boolean> {
  return rule.goes !== 'claims' || (await claimsToForget(record._id.toHexString())).any;
}

const erasers = {
  everything: beginErasingCase,
  customer: beginErasingCustomer,
  claims: ({ _id }: CaseDue['record'], _now: Date) => forgetClaims(_id.toHexString()),
};

async function reportOf({ rule, record, ending, endedAt }: CaseDue): Promise<CaseReport> {
  const appealId = record._id.toHexString();
  const held = await holdingsOf({ ...record, id: appealId }, rule.goes);
  return { rule, appealId, kind: record.kind, ending, endedAt, holdings: held };
}
