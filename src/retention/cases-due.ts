import { type CaseRule, cutOff, dueSince, type Ending, statusesOf } from '../domain/retention';
import { AppealModel, type AppealRecord } from '../models/appeal';

/** A case of which something is to go. */
export interface CaseDue {
  readonly rule: CaseRule;
  readonly record: AppealRecord;
  readonly ending: Ending;
  readonly endedAt: Date;
}

/**
 * The cases a rule is about by now, one by one. Nothing has ended before it was published, nor a draft before it was
 * opened, so that an index leaves out most of what is not due.
 */
export async function* casesDue(rule: CaseRule, now: Date): AsyncGenerator<CaseDue> {
  const before = { $lte: cutOff(rule, now) };
  for (const kind of rule.kinds)
    for (const status of statusesOf(rule)) {
      const old = status === 'draft' ? { openedAt: before } : { publishedAt: before };
      const filter = { kind, status, ...old, ...stillThere(rule) };
      for await (const record of AppealModel.find(filter).lean().cursor()) {
        const due = dueSince(rule, record, now);
        if (due) yield { rule, record, ending: due.ending, endedAt: due.at };
      }
    }
}

function stillThere({ goes }: CaseRule): Record<string, unknown> {
  return goes === 'customer' ? { erasedAt: null, customerErasedAt: null } : { erasedAt: null };
}
