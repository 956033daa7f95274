import { createSeals } from '../../src/audit/seal';
import { createAuditTrail } from '../../src/audit/trail';
import type { AuditFact } from '../../src/domain/audit';

/** What the audits of tests are sealed with. */
export const seals = createSeals('a secret of tests, long enough for one');

/** @returns a trail as one process has it, and what it could not write */
export function trailOf() {
  const faults: unknown[] = [];
  return { ...createAuditTrail(seals, (error) => void faults.push(error)), faults };
}

/** @returns something to put on record */
export function fact(overrides: Partial<AuditFact> = {}): AuditFact {
  return { by: 'a'.repeat(24), roles: 'agent', action: 'case_read', object: 'b'.repeat(24), ...overrides };
}
