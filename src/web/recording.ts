import type { Request } from 'express';
import type { AuditTrail } from '../audit/trail';
import type { AccountActor } from '../domain/actor';
import type { AuditAction, AuditFact, GivenReason } from '../domain/audit';

/** What must be known of an action besides who does it. */
interface Details {
  readonly reason?: GivenReason | undefined;
  readonly detail?: string;
}

/** Whose request it is, what it is about to do, and to what, by its id; empty where there is but one. */
type Doing = [request: Request, action: AuditAction, object: string, details?: Details];

/**
 * Puts on record what a request is about to do. Once it is done, it was recorded.
 * @throws Unavailable when that is impossible now
 */
export function recordAction(audit: Pick<AuditTrail, 'record'>, ...doing: Doing): Promise<void> {
  return audit.record(factOf(...doing));
}

/** The same for what is only read: again and again, it is one reading. */
export function recordReading(audit: Pick<AuditTrail, 'recordReading'>, ...doing: Doing): Promise<void> {
  return audit.recordReading(factOf(...doing));
}

/** @returns the roles an account has on top of being an employee's */
export function rolesHeld({ roles }: Pick<AccountActor, 'roles'>): string {
  return roles.filter((role) => role !== 'employee').join(',');
}

function factOf(...[request, action, object, details = {}]: Doing): AuditFact {
  const { actor } = request.viewer;
  // A customer is known by their link alone, and the case says who it was.
  const by = request.visit ? 'customer' : (actor?.id ?? 'nobody');
  return {
    by,
    roles: request.visit || !actor ? '' : rolesHeld(actor),
    action,
    object,
    request: request.number,
    ...details,
  };
}
