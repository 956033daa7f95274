import { z } from 'zod';
import { auditActionNames } from '../../domain/audit';

const day = z
  .string()
  .refine((given) => /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(`${given}T00:00:00Z`)))
  .catch('');

/** The address of the audit. Whatever is not a filter of ours is no filter. */
export const auditQuery = z.object({
  /** Words of a name or an address of a colleague. */
  who: z.string().trim().max(100).catch(''),
  what: z.enum(auditActionNames).or(z.literal('')).catch(''),
  /** Number of a case, or its address as copied from the browser. */
  object: z.string().trim().max(500).catch(''),
  from: day,
  to: day,
  after: z.string().max(40).catch(''),
});

export type AuditQuery = z.output<typeof auditQuery>;

/** @returns the number in what was typed, or all of it: it may be about something else than a case */
export function objectIn(typed: string): string {
  return /\/appeals\/([0-9a-f]{24})(?:[/?#].*)?$/.exec(typed)?.[1] ?? typed;
}
