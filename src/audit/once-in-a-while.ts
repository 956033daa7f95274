import type { AuditFact } from '../domain/audit';

const whileMs = 5 * 60 * 1000;
/** As many readings are remembered; should there be more, some are recorded twice. */
const mostRemembered = 20_000;

/**
 * Records what is done again and again once in five minutes. Only what was recorded counts: a reading whose entry could
 * not be written is tried again.
 */
export function onceInAWhile(record: (fact: AuditFact) => Promise<void>): (fact: AuditFact) => Promise<void> {
  const recorded = new Map<string, number>();
  return async (fact) => {
    const { by, roles, action, object, reason, detail } = fact;
    const key = JSON.stringify([by, roles, action, object, reason, detail]);
    const now = performance.now();
    if (now - (recorded.get(key) ?? -whileMs) < whileMs) return;
    await record(fact);
    recorded.delete(key);
    recorded.set(key, now);
    if (recorded.size > mostRemembered) recorded.delete(recorded.keys().next().value ?? '');
  };
}
